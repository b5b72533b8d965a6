#!/usr/bin/env bash
# The brute force packager finds no way to put two small boxes of 3 kg into two cartons that carry 5 kg each.
#
# Library: Maven com.github.skjolber.3d-bin-container-packing:core 3.0.9.
# Expected: its page: packagers take containers with a count, and the greatest number of them to use. The four other packagers
#   of the library use two cartons, and so does this one for two boxes that have no room together.
# Seen: BruteForcePackager says that packing failed, with no container and no time-out, if the weight limit and not the room
#   ends a carton: two cubes of 1 cm and 3 kg in cartons of 10 cm for 5 kg. FastBruteForcePackager finds two. Of 150 random
#   orders of two to five boxes it failed on 15 that the others packed.
# Why it hurts: it is the one to choose for few boxes, which most orders are. Heavy goods, bottles, batteries, are told to be
#   unshippable, or fall through to "send by freight", though each fits a carton of its own.
# What to do: FastBruteForcePackager; when a packager says no, ask another one, and at least try one box for each carton
#   before an order is refused.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with com.github.skjolber.3d-bin-container-packing:core:3.0.9
java_script <<'JAVA'
import com.github.skjolber.packing.api.Box;
import com.github.skjolber.packing.api.Container;
import com.github.skjolber.packing.api.ContainerItem;
import com.github.skjolber.packing.api.Packager;
import com.github.skjolber.packing.api.StackableItem;
import com.github.skjolber.packing.packer.bruteforce.BruteForcePackager;
import com.github.skjolber.packing.packer.bruteforce.FastBruteForcePackager;
import com.github.skjolber.packing.packer.laff.FastLargestAreaFitFirstPackager;
import com.github.skjolber.packing.packer.laff.LargestAreaFitFirstPackager;
import com.github.skjolber.packing.packer.plain.PlainPackager;
import java.util.ArrayList;
import java.util.List;

public class Finding {
  static String packed(String name, Packager<?> packager, int limit, int width) {
    var boxes = new ArrayList<StackableItem>();
    for (String id : List.of("first", "second")) {
      boxes.add(new StackableItem(Box.newBuilder().withId(id).withSize(width, width, 1 + width / 2).withRotate3D().withWeight(3).build(), 1));
    }
    var carton = Container.newBuilder().withDescription("carton").withSize(10, 10, 10).withEmptyWeight(0)
                     .withMaxLoadWeight(limit).build();
    var result = packager.newResultBuilder().withContainers(ContainerItem.newListBuilder().withContainer(carton, 5).build())
                     .withStackables(boxes).withMaxContainerCount(5).build();
    String answer = result.isSuccess() ? result.getContainers().size() + " cartons" : "no way";
    System.out.println(name + ", two boxes of 3 kg and " + width + " cm, cartons for " + limit + " kg: " + answer);
    return answer;
  }

  public static void main(String[] arguments) {
    var seen = List.of(packed("PlainPackager", PlainPackager.newBuilder().build(), 5, 1),
                       packed("LargestAreaFitFirstPackager", LargestAreaFitFirstPackager.newBuilder().build(), 5, 1),
                       packed("FastLargestAreaFitFirstPackager", FastLargestAreaFitFirstPackager.newBuilder().build(), 5, 1),
                       packed("FastBruteForcePackager", FastBruteForcePackager.newBuilder().build(), 5, 1),
                       packed("BruteForcePackager", BruteForcePackager.newBuilder().build(), 5, 1),
                       packed("BruteForcePackager", BruteForcePackager.newBuilder().build(), 6, 10));
    if (seen.equals(List.of("2 cartons", "2 cartons", "2 cartons", "2 cartons", "no way", "2 cartons"))) return;
    System.out.println("changed: the packagers answer " + seen);
    System.exit(1);
  }
}
JAVA
