package fr.jalon.events.entry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A worksite (<i>atelier et chantier d'insertion, ACI</i>), with what is told of it; its name does not make it another.
 */
public record Worksite(
        Slug id,
        @Nullable String name,
        @Nullable Siret siret,
        @Nullable Department department) implements Thing {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Worksite that
                && id.equals(that.id)
                && Objects.equals(siret, that.siret)
                && Objects.equals(department, that.department);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, siret, department);
    }
}
