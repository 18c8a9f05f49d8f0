package fr.jalon.events.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON configuration: strict where anybody may write (depth, sizes, duplicate keys, UTF-8). */
public final class Json {
    private static final int MAX_DEPTH = 24;
    private static final int MAX_TEXT = 100_000;
    private static final int MAX_DIGITS = 40;
    private static final int MAX_NAME = 200;

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxNumberLength(MAX_DIGITS)
                            .maxNameLength(MAX_NAME)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter SORTED = MAPPER.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    /** A property that were there twice would not have been written. */
    private static final ObjectReader STORED = MAPPER.readerFor(ObjectNode.class)
            .without(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** An answer as it is written wherever one is: digests are of this text. */
    public static String text(Object answer) {
        return MAPPER.writeValueAsString(answer);
    }

    /** The same in UTF-8. */
    public static byte[] bytes(Object answer) {
        return MAPPER.writeValueAsBytes(answer);
    }

    /** Reads an object that was written here and has been in a database since. */
    public static ObjectNode stored(String json) {
        try {
            return STORED.readValue(json);
        } catch (JacksonException e) {
            throw new IllegalStateException("What is stored is no JSON", e);
        }
    }

    /** The text of a tree with all properties in the order of their names. */
    public static String sorted(JsonNode tree) {
        return SORTED.writeValueAsString(tree);
    }

    /**
     * Reads JSON that anybody may have written.
     *
     * @throws MalformedEntry where it is not UTF-8 or not JSON
     */
    public static JsonNode parse(byte[] utf8) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedEntry(FaultCode.NOT_UTF_8, "");
        }
    }

    /** Line and column, from 1: what the parser says is for programmers. */
    private static String place(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        return place == null ? "1:1" : Math.max(1, place.getLineNr()) + ":" + Math.max(1, place.getColumnNr());
    }

    /** As {@link #parse(byte[])}, already decoded. */
    public static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new MalformedEntry(FaultCode.NOT_JSON, place(e));
        }
    }
}
