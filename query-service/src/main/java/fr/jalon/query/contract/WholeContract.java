package fr.jalon.query.contract;

import fr.jalon.web.recording.DraftCalls;
import fr.jalon.web.recording.EntryCalls;
import fr.jalon.web.recording.ManyEntriesCall;
import java.lang.reflect.Proxy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Adds the write side's calls to the contract that the read side serves alone: behind one entry point a reader asks
 * the read side for it, and finds all of it.
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

    @Bean
    DraftCalls draftCalls() {
        return declared(DraftCalls.class);
    }

    /** Its calls are never made, as no request is mapped to them. */
    private static <T> T declared(Class<T> calls) {
        Object self = new Object();
        return calls.cast(Proxy.newProxyInstance(
                calls.getClassLoader(), new Class<?>[] {calls}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass().equals(Object.class)) {
                        return method.invoke(self, arguments);
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
    }
}
