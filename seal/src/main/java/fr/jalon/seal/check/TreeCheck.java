package fr.jalon.seal.check;

import fr.jalon.log.Hash;
import fr.jalon.seal.check.Finding.Kind;
import fr.jalon.seal.log.SealedLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds each node of the sealed tree against the two beneath it, and what was signed against the nodes: so a fault is
 * named where it is, and none hides another.
 */
final class TreeCheck {
    private static final long PAGE = 4_096;
    private static final int CLAIMS = 500;

    private final SealedLog sealed;
    private final Findings findings;

    TreeCheck(SealedLog sealed, Findings findings) {
        this.sealed = sealed;
        this.findings = findings;
    }

    void nodes(long size) {
        for (int level = 1; size >> level > 0; level++) {
            long count = size >> level;
            for (long from = 0; from < count; from += PAGE) {
                nodes(level, from, Math.min(count, from + PAGE));
            }
        }
    }

    private void nodes(int level, long from, long to) {
        Map<Long, Hash> nodes = sealed.level(level, from, to);
        Map<Long, Hash> beneath = sealed.level(level - 1, 2 * from, 2 * to);
        for (long index = from; index < to; index++) {
            Hash node = nodes.get(index);
            Hash left = beneath.get(2 * index);
            Hash right = beneath.get(2 * index + 1);
            if (node == null) {
                findings.add(Kind.TREE, "node %d of level %d is gone".formatted(index, level));
            } else if (left != null && right != null && !node.equals(Hash.ofNode(left, right))) {
                findings.add(Kind.TREE, "node %d of level %d is not what its leaves make".formatted(index, level));
            }
        }
    }

    /** Leaves and nodes that were never signed for: neither when the check began, nor by a checkpoint since. */
    void beyond(long size, long lastCheckpoint) {
        sealed.leavesBeyond(size, lastCheckpoint)
                .forEach(index ->
                        findings.add(Finding.of(Kind.TREE, index, "leaf " + index + " stands beyond what was signed")));
        sealed.nodesBeyond(size, lastCheckpoint)
                .forEach(place -> findings.add(
                        Kind.TREE,
                        "node %d of level %d stands beyond what was signed".formatted(place.index(), place.level())));
    }

    /**
     * What the database's own checkpoints claim: the first that is not so tells between which entries the fault lies.
     */
    void signed(List<Claim> claims) {
        List<Claim> untrue = untrue(claims);
        if (!untrue.isEmpty()) {
            Claim first = untrue.getFirst();
            long before = claims.stream()
                    .filter(claim -> !untrue.contains(claim) && claim.size() < first.size())
                    .mapToLong(Claim::size)
                    .max()
                    .orElse(0);
            findings.add(Finding.of(
                    Kind.TREE,
                    before,
                    "the leaves %d to %d do not make the root that %s signed; %d checkpoints say so"
                            .formatted(before, first.size() - 1, first.place(), untrue.size())));
        }
    }

    /** What checkpoints kept elsewhere claim. */
    void kept(List<Claim> claims) {
        untrue(claims)
                .forEach(claim -> findings.add(Kind.REWRITTEN, claim.place() + " is of another log than this one"));
    }

    private List<Claim> untrue(List<Claim> claims) {
        List<Claim> sorted =
                claims.stream().sorted(Comparator.comparingLong(Claim::size)).toList();
        List<Claim> untrue = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += CLAIMS) {
            List<Claim> page = sorted.subList(from, Math.min(sorted.size(), from + CLAIMS));
            Map<Long, Hash> roots = sealed.roots(page.stream().map(Claim::size).collect(Collectors.toSet()));
            // A root that cannot be made lacks a node, which is named by itself.
            page.stream()
                    .filter(claim ->
                            roots.containsKey(claim.size()) && !claim.root().equals(roots.get(claim.size())))
                    .forEach(untrue::add);
        }
        return untrue;
    }
}
