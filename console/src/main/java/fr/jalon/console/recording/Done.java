package fr.jalon.console.recording;

import tools.jackson.databind.JsonNode;

/** The page after a recording. */
final class Done {
    private Done() {}

    /** The redirection to it; a browser that comes back does not record again. */
    static String page(String territory, JsonNode receipt) {
        return "redirect:"
                + RecordPage.address(
                        "/console/record/{territory}/done/{entry}?position={position}",
                        territory,
                        receipt.path("entryId").asString(""),
                        receipt.path("position").asString("0"));
    }
}
