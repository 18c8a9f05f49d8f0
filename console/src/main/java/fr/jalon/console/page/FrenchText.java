package fr.jalon.console.page;

import fr.jalon.console.say.FrenchSpaces;
import java.util.Locale;
import java.util.Set;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Has every text of a French page spaced as French is, wherever it comes from. What people type and what they take
 * elsewhere as it is, quotations, codes and what is for scripts, stays as it came.
 */
final class FrenchText extends AbstractDialect implements IPostProcessorDialect {
    private static final int PRECEDENCE = 1000;

    FrenchText() {
        super("french-text");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return PRECEDENCE;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Spacing.class, PRECEDENCE));
    }

    /** What a page goes through, event by event; the engine makes one for each. */
    public static final class Spacing extends AbstractTemplateHandler {
        private static final Set<String> AS_IT_CAME =
                Set.of("textarea", "code", "pre", "blockquote", "script", "style", "time");

        private int kept;

        /** For the engine, which calls it by its name. */
        public Spacing() {}

        @Override
        public void handleOpenElement(IOpenElementTag tag) {
            if (AS_IT_CAME.contains(tag.getElementCompleteName())) {
                kept++;
            }
            super.handleOpenElement(tag);
        }

        @Override
        public void handleCloseElement(ICloseElementTag tag) {
            if (AS_IT_CAME.contains(tag.getElementCompleteName())) {
                kept--;
            }
            super.handleCloseElement(tag);
        }

        @Override
        public void handleText(IText text) {
            boolean isFrench = getContext().getLocale().getLanguage().equals(Locale.FRENCH.getLanguage());
            super.handleText(isFrench && kept == 0 ? spaced(text) : text);
        }

        private IText spaced(IText text) {
            String came = text.getText();
            String shown = FrenchSpaces.in(came);
            return shown.equals(came) ? text : getContext().getModelFactory().createText(shown);
        }
    }
}
