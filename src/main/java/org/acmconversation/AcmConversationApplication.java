package org.acmconversation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the adoption and change management conversation of the FastTrack Partner Playbook. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class AcmConversationApplication {

    public static void main(String[] args) {
        SpringApplication.run(AcmConversationApplication.class, args);
    }
}
