package fr.jalon.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.FreeTexts;
import fr.jalon.events.json.FreeTexts.Place;
import fr.jalon.events.language.Withheld;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Seals the free texts of entries on their way to the register, and opens them again. A text has a key of its own: the
 * way to it is made of where it stands and, by a key that goes with it, of what it says. So a correction that says it
 * again says the same, one that says another text seals that with another key, and once the key of one is destroyed
 * nothing is left to try guesses out on.
 */
public final class TextSeal {
    /** The digits of a way that say where a text stands; those after them are of what it says. */
    private static final int OF_PLACE = 11;

    private static final int TO_SEAL = 2;
    private static final int FOR_SALT = 3;
    private static final int FOR_WAY = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SALT_BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private static final ThreadLocal<javax.crypto.Cipher> GCM = ThreadLocal.withInitial(TextSeal::gcm);

    /** How many letters of texts are remembered open, so that answers that are asked for often cost little. */
    private static final long MOST_LETTERS = 4_000_000;

    private final TextKeys keys;
    private final Cache<Known, Optional<Disclosure>> opened = Caffeine.newBuilder()
            .maximumWeight(MOST_LETTERS)
            .<Known, Optional<Disclosure>>weigher((known, text) ->
                    1 + text.map(Disclosure::name).map(String::length).orElse(0))
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    /** A text that a tree of keys opened: once another tree is in its place, nobody finds it here. */
    private record Known(KeyTree tree, SealedText text) {}

    public TextSeal(TextKeys keys) {
        this.keys = keys;
    }

    /** Where a text was redacted nothing more is recorded: nobody could tell whether it is the same one. */
    public static final class RedactedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String pointer;

        private RedactedException(String pointer) {
            super("A text was redacted");
            this.pointer = pointer;
        }

        /** Where in the entry that was sent (JSON pointer). */
        public String pointer() {
            return pointer;
        }
    }

    /**
     * The entry as it is recorded.
     *
     * @param isTried whether it is only tried out, and leaves nothing
     * @param before what the register has of it, asked for where a text was redacted
     * @throws RedactedException if it says something new where a text was redacted
     */
    Entry sealed(Entry entry, boolean isTried, Before before) {
        Trees trees = new Trees(isTried);
        return sealed(entry, trees, (place, text) -> {
            String said = said(place, text, entry, before);
            if (said != null) {
                return said;
            }
            // What a correction says instead of a text that is gone is a text of its own.
            SealedText own = place.owner().equals(place.sent())
                    ? null
                    : seal(text, entry.territory(), way(place.sent(), place.sentAt()), trees.of(entry.territory()));
            if (own == null) {
                throw new RedactedException(place.sentAt());
            }
            return own.toString();
        });
    }

    /** The same, only tried out, with what it says where a text was redacted as it is. */
    Entry sealedWherePossible(Entry entry) {
        return sealed(entry, new Trees(true), (place, text) -> text);
    }

    private static Entry sealed(Entry entry, Trees trees, FreeTexts.Replacement redacted) {
        String territory = entry.territory();
        return FreeTexts.replaced(entry, (place, text) -> {
            if (SealedText.of(text).isPresent()) {
                return text;
            }
            SealedText sealed = seal(text, territory, way(place.owner(), place.pointer()), trees.of(territory));
            return sealed == null ? redacted.of(place, text) : sealed.toString();
        });
    }

    /**
     * What a register has already.
     *
     * @param recorded an entry as it was recorded; nothing where there is none
     * @param standing what an entry says as it stands, likewise
     */
    public record Before(Function<UUID, Optional<Entry>> recorded, Function<UUID, Optional<Entry>> standing) {
        /** Of a register in which there is nothing. */
        static final Before NOTHING = new Before(id -> Optional.empty(), id -> Optional.empty());
    }

    /**
     * What the register has in this place, where it says no other: the entry was sent again, or a correction leaves as
     * it is shown what nobody reads. That the text is the same cannot be known, nor does it matter.
     */
    private static @Nullable String said(Place place, String text, Entry entry, Before before) {
        String again = before.recorded()
                .apply(entry.entryId())
                .map(recorded -> at(recorded, place.sentAt()))
                .orElse(null);
        return again == null && Withheld.REDACTED_TEXT.isSaidBy(text)
                ? before.standing()
                        .apply(place.owner())
                        .map(target -> at(target, place.pointer()))
                        .orElse(null)
                : again;
    }

    private static @Nullable String at(Entry entry, String pointer) {
        JsonNode said = EntryJson.tree(entry).at(pointer);
        return said.isString() && SealedText.of(said.stringValue()).isPresent() ? said.stringValue() : null;
    }

    /** The trees that one entry needs, each looked up once: none where it has no texts. */
    private final class Trees {
        private final boolean areTried;
        private @Nullable KeyTree tree;

        Trees(boolean areTried) {
            this.areTried = areTried;
        }

        KeyTree of(String territory) {
            KeyTree found = tree;
            if (found == null) {
                found = areTried ? keys.toTryWith(territory) : keys.toRecordWith(territory);
                tree = found;
            }
            return found;
        }
    }

    /** Under a key of that way; null where a text was redacted there. */
    private static @Nullable SealedText seal(String text, String territory, String way, KeyTree tree) {
        byte[] above = tree.key(way);
        if (above == null) {
            return null;
        }
        String rest = hex(KeyTree.use(KeyTree.use(above, FOR_WAY), FOR_WAY, utf8(text)), KeyTree.STEPS - OF_PLACE);
        byte[] key = KeyTree.under(above, rest);
        String salt = ENCODER.encodeToString(Arrays.copyOf(KeyTree.use(key, FOR_SALT), SALT_BYTES));
        String digest = new Disclosure(salt, text).digest();
        byte[] sealed = run(javax.crypto.Cipher.ENCRYPT_MODE, key, digest, utf8(text));
        return new SealedText(territory, way + rest, digest, ENCODER.encodeToString(sealed));
    }

    /** The way to all that may stand there. */
    private static String way(UUID entry, String pointer) {
        return hex(KeyTree.SHA256.get().digest(utf8(entry + pointer)), OF_PLACE);
    }

    private static String hex(byte[] digest, int digits) {
        return HexFormat.of().formatHex(digest, 0, (digits + 1) / 2).substring(0, digits);
    }

    /** What proves each of these texts; of those that were not redacted. */
    Map<SealedText, Disclosure> disclosed(Collection<SealedText> sealed) {
        List<String> territories =
                sealed.stream().map(SealedText::territory).distinct().toList();
        Map<String, KeyTree> trees = keys.of(territories);
        Map<SealedText, Disclosure> disclosed = new HashMap<>();
        for (SealedText each : sealed) {
            KeyTree tree = trees.get(each.territory());
            Disclosure disclosure = tree == null ? null : remembered(each, tree);
            if (disclosure != null) {
                disclosed.put(each, disclosure);
            }
        }
        return disclosed;
    }

    /** A text in the place of a sealed one, not remembered: for whoever goes through a whole register. */
    String open(String sealed) {
        return SealedText.of(sealed)
                .map(text -> opened(text, keys.of(text.territory())))
                .map(Disclosure::name)
                .orElse(sealed);
    }

    private @Nullable Disclosure remembered(SealedText sealed, KeyTree tree) {
        return opened.get(new Known(tree, sealed), known -> Optional.ofNullable(opened(known.text(), known.tree())))
                .orElse(null);
    }

    private static javax.crypto.Cipher gcm() {
        try {
            return javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is behind a text; null where its key is gone, or did not seal it so. */
    static @Nullable Disclosure opened(SealedText sealed, KeyTree tree) {
        byte[] key = tree.key(sealed.way());
        if (key == null) {
            return null;
        }
        try {
            byte[] text = run(
                    javax.crypto.Cipher.DECRYPT_MODE,
                    key,
                    sealed.digest(),
                    Base64.getUrlDecoder().decode(sealed.ciphertext()));
            String salt = ENCODER.encodeToString(Arrays.copyOf(KeyTree.use(key, FOR_SALT), SALT_BYTES));
            return new Disclosure(salt, new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException altered) {
            return null;
        }
    }

    /**
     * AES-256-GCM bound to the digest, of which the nonce is a part: that is salted and of the text, so that no nonce
     * serves for two texts even if two had one key.
     */
    private static byte[] run(int mode, byte[] key, String digest, byte[] text) {
        try {
            // One that sealed refuses to seal the same again, which is what an entry sent twice asks for.
            javax.crypto.Cipher gcm = mode == javax.crypto.Cipher.ENCRYPT_MODE ? gcm() : GCM.get();
            byte[] bound = Base64.getUrlDecoder().decode(digest);
            byte[] nonce = Arrays.copyOf(bound, NONCE_BYTES);
            gcm.init(mode, new SecretKeySpec(KeyTree.use(key, TO_SEAL), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            gcm.updateAAD(bound);
            return gcm.doFinal(text);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException("sealed with another key, or altered", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
