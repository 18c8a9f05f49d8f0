package fr.jalon.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTest {
    /** The leaves and roots that certificate transparency's implementations are tested with. */
    private static final NaiveTree PUBLISHED = new NaiveTree(Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(leaf -> Hash.ofLeaf(HexFormat.of().parseHex(leaf)))
            .toList());

    private static final List<Hash> ROOTS = hashes(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_published_leaves_have_the_published_roots() {
        Edge edge = new Edge(PUBLISHED, 0);
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(Merkle.root(PUBLISHED, size)).isEqualTo(ROOTS.get(size));
            assertThat(edge.root()).isEqualTo(ROOTS.get(size));
            if (size < PUBLISHED.leaves().size()) {
                edge.add(PUBLISHED.leaves().get(size), (level, index, hash) -> {});
            }
        }
    }

    @Test
    void the_published_leaves_have_the_published_proofs() {
        assertThat(Merkle.inclusion(PUBLISHED, 0, 8))
                .isEqualTo(hashes(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
        assertThat(Merkle.consistency(PUBLISHED, 6, 8))
                .isEqualTo(hashes(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    }

    @Test
    void every_leaf_of_every_tree_is_proven_and_every_tree_begins_every_later_one() {
        NaiveTree tree = random(new Random(1), 70);
        for (int size = 1; size <= tree.leaves().size(); size++) {
            Hash root = tree.root(size);
            for (int index = 0; index < size; index++) {
                List<Hash> path = Merkle.inclusion(tree, index, size);
                assertThat(Merkle.includes(tree.leaves().get(index), index, size, path, root))
                        .isTrue();
            }
            for (int from = 1; from <= size; from++) {
                List<Hash> path = Merkle.consistency(tree, from, size);
                assertThat(Merkle.isConsistent(from, tree.root(from), size, root, path))
                        .isTrue();
            }
        }
    }

    @Test
    void a_tree_grown_leaf_by_leaf_from_any_size_keeps_the_nodes_of_the_definition() {
        NaiveTree tree = random(new Random(2), 67);
        for (int from = 0; from < tree.leaves().size(); from++) {
            Edge edge = new Edge(tree, from);
            for (int size = from; size < tree.leaves().size(); size++) {
                edge.add(
                        tree.leaves().get(size),
                        (level, index, hash) -> assertThat(hash).isEqualTo(tree.at(level, index)));
            }
            assertThat(edge.root()).isEqualTo(tree.root());
        }
    }

    @Test
    void nothing_else_is_proven() {
        long seed = seed();
        System.out.println("MerkleTest seed " + seed + " (set -Djalon.seed to run it again)");
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            NaiveTree tree = random(random, 2 + random.nextInt(40));
            int size = tree.leaves().size();
            int index = random.nextInt(size);
            Hash leaf = tree.leaves().get(index);
            List<Hash> path = Merkle.inclusion(tree, index, size);
            Hash root = tree.root();
            assertThat(Merkle.includes(leaf, index, size, bent(path, random), root))
                    .isFalse();
            assertThat(Merkle.includes(other(random), index, size, path, root)).isFalse();
            assertThat(Merkle.includes(leaf, index, size, path, other(random))).isFalse();
            assertThat(Merkle.includes(leaf, (index + 1) % size, size, path, root))
                    .isFalse();

            int from = 1 + random.nextInt(size - 1);
            List<Hash> consistency = Merkle.consistency(tree, from, size);
            assertThat(Merkle.isConsistent(from, tree.root(from), size, root, bent(consistency, random)))
                    .isFalse();
            assertThat(Merkle.isConsistent(from, other(random), size, root, consistency))
                    .isFalse();
            assertThat(Merkle.isConsistent(from, tree.root(from), size, other(random), consistency))
                    .isFalse();
        }
    }

    @Test
    void there_is_no_proof_of_what_cannot_be() {
        assertThatThrownBy(() -> Merkle.inclusion(PUBLISHED, 8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.consistency(PUBLISHED, 0, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merkle.consistency(PUBLISHED, 8, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Merkle.isConsistent(7, ROOTS.get(7), 7, ROOTS.get(8), List.of()))
                .isFalse();
        assertThat(Merkle.isConsistent(3, ROOTS.get(3), 7, ROOTS.get(7), List.of()))
                .isFalse();
    }

    @Test
    void a_tree_begins_itself_and_needs_no_path_for_it() {
        assertThat(Merkle.isConsistent(7, ROOTS.get(7), 7, ROOTS.get(7), List.of()))
                .isTrue();
        assertThat(Merkle.isConsistent(7, ROOTS.get(7), 7, ROOTS.get(7), List.of(ROOTS.get(1))))
                .isFalse();
    }

    /** Of two sizes at which the path has one length, the root alone tells them apart, and is signed with its size. */
    @Test
    void a_path_proves_nothing_in_a_tree_of_a_size_at_which_it_has_another_length() {
        NaiveTree tree = random(new Random(4), 40);
        for (int size = 1; size <= 40; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> path = Merkle.inclusion(tree, index, size);
                for (int wrong = 1; wrong <= 80; wrong++) {
                    boolean isAsLong = index < wrong
                            && Merkle.inclusion((level, place) -> Hash.ofNothing(), index, wrong)
                                            .size()
                                    == path.size();
                    if (!isAsLong) {
                        assertThat(Merkle.includes(tree.leaves().get(index), index, wrong, path, tree.root(size)))
                                .as("leaf %d of %d as one of %d", index, size, wrong)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void a_tree_of_one_size_is_never_consistent_under_another() {
        NaiveTree tree = random(new Random(5), 24);
        for (int from = 1; from < 24; from++) {
            List<Hash> path = Merkle.consistency(tree, from, 24);
            for (int wrong = 1; wrong < 24; wrong++) {
                if (wrong != from) {
                    assertThat(Merkle.isConsistent(wrong, tree.root(wrong), 24, tree.root(24), path))
                            .as("%d as %d", from, wrong)
                            .isFalse();
                }
            }
        }
    }

    /** A path with one hash changed, left out, or added. */
    private static List<Hash> bent(List<Hash> path, Random random) {
        List<Hash> bent = new ArrayList<>(path);
        int where = random.nextInt(path.size() + 1);
        if (where == path.size() || random.nextInt(3) == 0) {
            bent.add(where, other(random));
        } else if (random.nextBoolean()) {
            bent.remove(where);
        } else {
            bent.set(where, other(random));
        }
        return bent;
    }

    /** The same in every build, unless a run asks for another, or for fresh ones. */
    private static long seed() {
        String asked = System.getProperty("jalon.seed", "20260124");
        return asked.equals("fresh") ? System.nanoTime() : Long.parseLong(asked);
    }

    private static NaiveTree random(Random random, int size) {
        return new NaiveTree(IntStream.range(0, size)
                .mapToObj(i -> Hash.ofLeaf((random.nextLong() + " " + i).getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    private static Hash other(Random random) {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    private static List<Hash> hashes(String... hex) {
        return Stream.of(hex)
                .map(each -> Hash.of(HexFormat.of().parseHex(each)))
                .toList();
    }
}
