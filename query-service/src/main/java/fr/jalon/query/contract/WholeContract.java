package fr.jalon.query.contract;

import fr.jalon.web.recording.EntryCalls;
import fr.jalon.web.recording.ManyEntriesCall;
import java.lang.reflect.Proxy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Adds the write side's calls to the contract that the read side serves alone: behind one entry point a reader asks the read
 * side for it, and finds all of it.
 */
@Configuration(proxyBeanMethods = false)
public class WholeContract {
    @Bean
    static RequestMappingHandlerMapping callsElsewhere() {
        return new CallsElsewhere();
    }

    @Bean
    EntryCalls<?> entryCalls() {
        return declared(EntryCalls.class);
    }

    @Bean
    ManyEntriesCall<?> manyEntriesCall() {
        return declared(ManyEntriesCall.class);
    }

    /** Never called, as nothing is mapped to it. */
    private static <T> T declared(Class<T> calls) {
        return calls.cast(Proxy.newProxyInstance(
                calls.getClassLoader(),
                new Class<?>[] {calls},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "toString" -> calls.getSimpleName();
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }
}
