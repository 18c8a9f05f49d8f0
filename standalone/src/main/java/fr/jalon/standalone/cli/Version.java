package fr.jalon.standalone.cli;

import java.util.ResourceBundle;
import picocli.CommandLine.IVersionProvider;

/** What {@code jalon --version} says: the version that the build was of. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "Jalon "
                    + ResourceBundle.getBundle("fr.jalon.standalone.cli.version")
                            .getString("version")
        };
    }
}
