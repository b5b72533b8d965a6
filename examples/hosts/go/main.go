// A back end around an engine, written so that it may be killed at any moment: what it was told is in
// its books, what it was not told it asks again, and every event is dealt with exactly once. README.md
// beside this folder says how; the programs in the other folders do the same.
//
// usage: shop LOG BOOKS     runs until its standard input ends
//
//	LOG    directory of the engine's log
//	BOOKS  directory of this program's own files: events, answers-0, answers-1, ...
package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"shop/allot"
)

const (
	clients  = 3 // goroutines that send orders; the clerk's number is 0
	skus     = 10
	batchMax = 16
)

// must ends the process that fails; the next one goes on from its books.
func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "shop:", err)
		os.Exit(1)
	}
}

// ---- What is sent ----------------------------------------------------------------------------------
// A command follows from who sends it and its number: after a crash the same one goes out again, under
// the same key, and is done once. A real host has its orders in a table of its own.

func key(who, number uint64) allot.Key { return allot.Key{Low: number, High: who} }

// A command of the shop's own, without its key.
type shopCommand func(*allot.Batch, allot.Key)

func skuCode(number int) string { return fmt.Sprintf("SKU-%d", number+1) }

// definitions are what the shop has, by codes; the engine gives each an id.
func definitions() []shopCommand {
	var commands []shopCommand
	for i := 0; i < skus; i++ {
		code := skuCode(i)
		commands = append(commands, func(b *allot.Batch, key allot.Key) { b.Sku(key, code, 1000) })
	}
	return append(commands,
		func(b *allot.Batch, key allot.Key) { b.Node(key, "LEEDS") },
		func(b *allot.Batch, key allot.Key) { b.Zone(key, "UK") },
		// What is not paid expires.
		func(b *allot.Batch, key allot.Key) { b.Channel(key, "web", 2*time.Second, 2*time.Second) })
}

// ids are what the engine calls the things of the shop.
type ids struct {
	skus                [skus]uint32
	node, zone, channel uint32
}

// stocking follows the definitions: which node serves whom, and its stock.
func stocking(ids *ids) []shopCommand {
	commands := []shopCommand{
		func(b *allot.Batch, key allot.Key) { b.Network(key, ids.channel, ids.node) },
		func(b *allot.Batch, key allot.Key) { b.Lane(key, ids.node, ids.zone, 450, 10) },
	}
	for i := range ids.skus {
		sku, quantity := ids.skus[i], uint32(1_000_000)
		if i == skus-1 {
			quantity = 20 // that one is scarce
		}
		commands = append(commands,
			func(b *allot.Batch, key allot.Key) { b.Receive(key, sku, ids.node, quantity) })
	}
	return commands
}

// clientCommand makes two orders, then the first of them is cancelled; the second one expires.
func clientCommand(batch *allot.Batch, ids *ids, who, number uint64) {
	if number%3 == 0 {
		batch.Cancel(key(who, number), key(who, number-2))
		return
	}
	lines := [2]allot.Line{
		{Sku: ids.skus[(number*7+who)%skus], Quantity: 1 + uint32(number%4), Price: 1000},
		{Sku: ids.skus[number%skus], Quantity: 1, Price: 1000},
	}
	batch.Place(key(who, number), key(who, number), ids.channel, ids.zone, lines[:number%3])
}

// send sends a batch, waits for its answers and notes them. What comes after a kill is asked again.
func send(producer *allot.Producer, batch *allot.Batch, book *Book[allot.Answer]) {
	for sent := 0; sent < batch.Len(); {
		accepted, reason, err := producer.Submit(batch, sent)
		must(err)
		sent += accepted
		if reason != 0 && reason != allot.ReasonBusy {
			must(fmt.Errorf("not taken in: %s", allot.ReasonName(reason)))
		}
		if reason != 0 {
			time.Sleep(100 * time.Microsecond)
		}
	}
	var answers [batchMax]allot.Answer
	for noted := 0; noted < batch.Len(); {
		count, err := producer.PollAnswers(answers[:], time.Second)
		must(err)
		for _, answer := range answers[:count] {
			if answer.Sequence == 0 { // not decided, because the engine broke down
				must(fmt.Errorf("not decided: %s", allot.ReasonName(answer.Reason)))
			}
		}
		book.add(answers[:count])
		noted += count
	}
}

// ---- The goroutines --------------------------------------------------------------------------------

func lookUpIDs(engine *allot.Engine) *ids {
	id := func(kind uint32, code string) uint32 {
		found, err := engine.LookUpID(kind, code)
		must(err)
		return found
	}
	found := &ids{node: id(allot.KindNode, "LEEDS"), zone: id(allot.KindZone, "UK"),
		channel: id(allot.KindChannel, "web")}
	for i := range found.skus {
		found.skus[i] = id(allot.KindSku, skuCode(i))
	}
	return found
}

// openShop sends what of the shop's own commands was not answered yet.
func openShop(engine *allot.Engine, books string) *ids {
	producer, err := engine.OpenProducer()
	must(err)
	book := openAnswers[allot.Answer](books, 0)
	batch := allot.NewBatch(1, 1, 64)
	sendRest := func(commands []shopCommand) {
		for book.count < uint64(len(commands)) {
			batch.Reset()
			commands[book.count](batch, key(0, book.count+1))
			send(producer, batch, book)
		}
	}
	sendRest(definitions())
	found := lookUpIDs(engine)
	sendRest(append(definitions(), stocking(found)...))
	batch.Free()
	book.close()
	must(producer.Close())
	return found
}

func runClient(engine *allot.Engine, books string, ids *ids, who uint64, progress *progress) {
	producer, err := engine.OpenProducer()
	must(err)
	book := openAnswers[allot.Answer](books, who)
	batch := allot.NewBatch(batchMax, 2*batchMax, 1)
	for !progress.over.Load() {
		batch.Reset()
		for i := uint64(1); i <= batchMax; i++ {
			clientCommand(batch, ids, who, book.count+i)
		}
		send(producer, batch, book)
	}
	batch.Free()
	book.close()
	must(producer.Close())
}

// progress is what the goroutines tell each other.
type progress struct {
	over     atomic.Bool   // no more orders
	stopped  atomic.Bool   // no more events either
	caughtUp chan struct{} // closed when the events of earlier runs are noted
}

// openConsumer begins at the sequence of the last event in the book, for a kill may have come in its
// middle.
func openConsumer(engine *allot.Engine, last allot.Event) *allot.Consumer {
	consumer, err := engine.OpenConsumer(max(1, last.Sequence), last.Epoch)
	must(err)
	first, _, err := consumer.Position()
	must(err)
	if first < last.Sequence {
		must(fmt.Errorf("noted events never happened"))
	}
	return consumer
}

// keepEvents notes every event once, in order, and only then acknowledges it.
func keepEvents(engine *allot.Engine, books string, progress *progress) {
	book := openBook[allot.Event](books, "events")
	last := book.last()
	consumer := openConsumer(engine, last)
	caughtUp := false
	isKnown := func(event *allot.Event) bool {
		return event.Sequence < last.Sequence ||
			event.Sequence == last.Sequence && event.Ordinal <= last.Ordinal
	}
	events := make([]allot.Event, 4096)
	for {
		complete := progress.stopped.Load() // asked before, so that what came last is still read
		count, err := consumer.Poll(events, 50*time.Millisecond)
		must(err)
		_, behind, err := consumer.Position()
		must(err)
		if !behind && !caughtUp {
			caughtUp = true
			close(progress.caughtUp)
		}
		if count == 0 && complete {
			break
		}
		if count == 0 {
			continue
		}
		known := 0
		for known < count && isKnown(&events[known]) {
			known++
		}
		book.add(events[known:count])
		must(consumer.Acknowledge(events[count-1].Sequence))
	}
	fmt.Printf("closed after %d events\n", book.count)
	must(consumer.Close())
	book.close()
}

func main() {
	if len(os.Args) != 3 {
		must(fmt.Errorf("usage: shop LOG BOOKS"))
	}
	log, books := os.Args[1], os.Args[2]
	must(os.MkdirAll(books, 0o755))
	answers := openAnswers[allot.Answer](books, 0)
	// Something was answered before: then a log that is not there is lost, not new.
	engine, err := allot.Open(allot.Options{Directory: log, MustExist: answers.count > 0})
	must(err)
	answers.close()
	fmt.Println("open")

	progress := progress{caughtUp: make(chan struct{})}
	var senders, keeper sync.WaitGroup
	keeper.Add(1)
	go func() { defer keeper.Done(); keepEvents(engine, books, &progress) }()
	ids := openShop(engine, books)
	for who := uint64(1); who <= clients; who++ {
		senders.Add(1)
		go func(who uint64) { defer senders.Done(); runClient(engine, books, ids, who, &progress) }(who)
	}
	_, _ = io.Copy(io.Discard, os.Stdin)

	progress.over.Store(true)
	senders.Wait()
	<-progress.caughtUp // stopping ends a consumer that is still reading events of earlier runs
	must(engine.Stop())
	progress.stopped.Store(true)
	keeper.Wait()
	must(engine.Close())
}
