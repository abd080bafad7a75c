package org.stockcamunda;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A stock Camunda 7.24.0 with the defaults of its REST API starter. */
@SpringBootApplication(scanBasePackages = {"org.stockcamunda", "org.stockledger"})
public class StockCamundaApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StockCamundaApplication.class, arguments);
    }
}
