package fr.jalon.standalone.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/**
 * How somebody looks at a page.
 *
 * @param width in the pixels of style sheets: 320 are a small phone, and a desktop at 400 %
 * @param hasScripts whether their browser runs any
 */
record Look(String language, ColorScheme scheme, int width, int height, boolean hasScripts) {
    static final Look USUAL = new Look("fr", ColorScheme.LIGHT, 1280, 800, true);

    Look in(String other) {
        return new Look(other, scheme, width, height, hasScripts);
    }

    Look dark() {
        return new Look(language, ColorScheme.DARK, width, height, hasScripts);
    }

    Look narrow() {
        return new Look(language, scheme, 320, 568, hasScripts);
    }

    Look withoutScripts() {
        return new Look(language, scheme, width, height, false);
    }

    Look withScripts() {
        return new Look(language, scheme, width, height, true);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, height)
                .setJavaScriptEnabled(hasScripts);
    }

    @Override
    public String toString() {
        return language + " " + scheme.name().toLowerCase(Locale.ROOT) + " " + width
                + (hasScripts ? "" : " without scripts");
    }
}
