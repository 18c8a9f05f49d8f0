package fr.jalon.query.contract;

import fr.jalon.web.recording.DraftCalls;
import fr.jalon.web.recording.EntryCalls;
import fr.jalon.web.recording.ManyEntriesCall;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Maps the write side's calls for the contract to see, and takes none of them: they are answered elsewhere. */
final class CallsElsewhere extends RequestMappingHandlerMapping {
    @Override
    protected boolean isHandler(Class<?> type) {
        return EntryCalls.class.isAssignableFrom(type)
                || ManyEntriesCall.class.isAssignableFrom(type)
                || DraftCalls.class.isAssignableFrom(type);
    }

    @Override
    protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request) {
        return null;
    }
}
