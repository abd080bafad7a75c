package org.stockcamunda;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Camunda 7.24.0 as its starter for the REST API sets it up. */
@SpringBootApplication(scanBasePackages = {"org.stockcamunda", "org.stockledger"})
public class StockCamundaApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StockCamundaApplication.class, arguments);
    }
}
