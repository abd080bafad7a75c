package org.stockflowable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Flowable 7.2.0 as its starter for the REST API sets it up. */
@SpringBootApplication(scanBasePackages = {"org.stockflowable", "org.stockledger"})
public class StockFlowableApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StockFlowableApplication.class, arguments);
    }
}
