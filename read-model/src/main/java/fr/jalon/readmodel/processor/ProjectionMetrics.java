package fr.jalon.readmodel.processor;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** The projection in numbers; without one where the database does not answer. */
final class ProjectionMetrics implements MeterBinder {
    private final ProjectionProcessor projection;

    ProjectionMetrics(ProjectionProcessor projection) {
        this.projection = projection;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                        "jalon.projection.lag",
                        "Entries recorded and not yet projected",
                        p -> p.advance().lag())
                .register(registry);
        gauge(
                        "jalon.projection.parked.territories",
                        "Territories that wait behind an entry",
                        p -> p.parked().names().size())
                .register(registry);
        gauge(
                        "jalon.projection.parked.entries",
                        "Entries that wait",
                        p -> p.parked().entries())
                .register(registry);
        FunctionCounter.builder("jalon.timelines.untold", projection, ProjectionProcessor::untold)
                .description("Entries after which a subject has more readings than are told apart")
                .register(registry);
    }

    private Gauge.Builder<ProjectionProcessor> gauge(
            String name, String description, ToDoubleFunction<ProjectionProcessor> value) {
        return Gauge.builder(name, projection, value).description(description);
    }
}
