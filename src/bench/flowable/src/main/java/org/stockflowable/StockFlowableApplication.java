package org.stockflowable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A stock Flowable 7.2.0 with the defaults of its REST API starter. */
@SpringBootApplication(scanBasePackages = {"org.stockflowable", "org.stockledger"})
public class StockFlowableApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StockFlowableApplication.class, arguments);
    }
}
