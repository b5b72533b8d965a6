#!/usr/bin/env bash
# Two state machines of Java answer "ship" on a cancelled order with the state that it has, and no error.
#
# Libraries: Maven com.alibaba.cola:cola-component-statemachine 5.0.0, org.jeasy:easy-states 2.0.0; for comparison
#   com.github.oxo42:stateless4j 2.5.0.
# Expected: their comments: fireEvent sends an event to the state machine and returns the target state; fire makes the right
#   transition by the type of the event. An event that the state does not allow is an error, as it is in stateless4j.
# Seen: both return the state as it is. In COLA a machine without setFailCallback says nothing at all, and verify() is true
#   for an event whose condition then refuses it. In easy-states, whose event types are classes, an event of a subclass is
#   no event of the class: it is ignored like any other.
# Why it hurts: the caller takes the return for "done": the parcel of a cancelled order leaves, a payment that came after
#   the hold had run out is answered with "ok", and nothing is in the log. Where a state allows an event that leads back to
#   itself the two cases cannot be told apart.
# What to do: in COLA set AlertFailCallback, which throws, for every machine; in easy-states compare getLastEvent() with
#   the event that was fired; test each pair of state and event, the forbidden ones first.
set -euo pipefail
. "$(dirname "$0")/packages.bash"
java_with com.alibaba.cola:cola-component-statemachine:5.0.0 org.jeasy:easy-states:2.0.0 com.github.oxo42:stateless4j:2.5.0
java_script <<'JAVA'
import com.alibaba.cola.statemachine.builder.AlertFailCallback;
import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;
import com.github.oxo42.stateless4j.StateMachineConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jeasy.states.api.AbstractEvent;
import org.jeasy.states.api.State;
import org.jeasy.states.core.FiniteStateMachineBuilder;
import org.jeasy.states.core.TransitionBuilder;

public class Finding {
  enum Order { PAID, CANCELLED, SHIPPED }

  static class Ship extends AbstractEvent {}

  static class ShipByCourier extends Ship {}

  static List<Object> cola(boolean alert) {
    var builder = StateMachineBuilderFactory.<Order, String, Integer>create();
    builder.externalTransition().from(Order.PAID).to(Order.SHIPPED).on("ship").when(stock -> stock > 0).perform((from, to, event, stock) -> {});
    builder.externalTransition().from(Order.PAID).to(Order.CANCELLED).on("cancel").when(stock -> true).perform((from, to, event, stock) -> {});
    if (alert) builder.setFailCallback(new AlertFailCallback<>());
    var machine = builder.build("order" + alert);
    var seen = new ArrayList<Object>();
    for (Order state : List.of(Order.CANCELLED, Order.PAID)) {
      try {
        seen.add(machine.fireEvent(state, "ship", 0));
      } catch (RuntimeException error) {
        seen.add("an error");
      }
    }
    seen.add(machine.verify(Order.PAID, "ship"));
    return seen;
  }

  static String easy(org.jeasy.states.api.Event event, boolean cancelled) throws Exception {
    State paid = new State("PAID"), gone = new State("CANCELLED"), shipped = new State("SHIPPED");
    var ship = new TransitionBuilder().name("ship").sourceState(paid).eventType(Ship.class).targetState(shipped).build();
    var machine = new FiniteStateMachineBuilder(Set.of(paid, gone, shipped), cancelled ? gone : paid).registerTransition(ship).build();
    return machine.fire(event).getName();
  }

  static String stateless() {
    var config = new StateMachineConfig<Order, String>();
    config.configure(Order.PAID).permit("ship", Order.SHIPPED);
    try {
      new com.github.oxo42.stateless4j.StateMachine<>(Order.CANCELLED, config).fire("ship");
      return "no error";
    } catch (IllegalStateException error) {
      return "an error";
    }
  }

  public static void main(String[] arguments) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    var seen = List.of(cola(false), cola(true), easy(new Ship(), false), easy(new Ship(), true), easy(new ShipByCourier(), false), stateless());
    System.out.println("COLA, ship: cancelled and paid without stock, and verify: " + seen.get(0) + ", with AlertFailCallback: " + seen.get(1));
    System.out.println("easy-states, ship: paid " + seen.get(2) + ", cancelled " + seen.get(3) + ", paid by a subclass " + seen.get(4));
    System.out.println("stateless4j, ship: cancelled " + seen.get(5));
    var expected = "[[CANCELLED, PAID, true], [an error, an error, true], SHIPPED, CANCELLED, PAID, an error]";
    if (seen.toString().equals(expected)) return;
    System.out.println("changed: the machines answer " + seen);
    System.exit(1);
  }
}
JAVA
