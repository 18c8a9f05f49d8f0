package fr.jalon.console.upkeep;

import fr.jalon.console.client.Caller;
import org.springframework.web.service.annotation.GetExchange;

/** How the register is; beside the contract, at an address that operators and their programs know. */
public interface HealthCalls {
    @GetExchange("/actuator/health")
    HealthTold health(Caller caller);
}
