// Package allot is a thin layer over the C interface: what the shop beside it needs, and a pattern for
// the rest. The C header says what each call does; here are only the rules of cgo.
//
// Memory: a command's body is a union, which cgo shows as bytes. A Go pointer in there would be one
// that cgo's checks don't see, so what commands point to (lines, codes) lies in C memory, in a Batch.
// A Batch is filled, submitted and reset by one goroutine; nothing is allocated in between.
//
// Build with CGO_CFLAGS and CGO_LDFLAGS as `pkg-config --cflags --libs allot_c` prints them.
package allot

/*
#include <stdlib.h>
#include <string.h>
#include <allot/allot.h>

// The members of unions, which cgo does not name.
static allot_sku *body_sku(allot_command *c) { return &c->body.sku; }
static allot_node *body_node(allot_command *c) { return &c->body.node; }
static allot_zone *body_zone(allot_command *c) { return &c->body.zone; }
static allot_channel *body_channel(allot_command *c) { return &c->body.channel; }
static allot_network *body_network(allot_command *c) { return &c->body.network; }
static allot_lane *body_lane(allot_command *c) { return &c->body.lane; }
static allot_receive *body_receive(allot_command *c) { return &c->body.receive; }
static allot_place *body_place(allot_command *c) { return &c->body.place; }
static allot_cancel *body_cancel(allot_command *c) { return &c->body.cancel; }
*/
import "C"

import (
	"errors"
	"fmt"
	"time"
	"unsafe"
)

// Key is a 128-bit name that the host chooses.
type Key struct{ Low, High uint64 }

// Answer and Event lie in memory as the C structs do: a slice of them is filled by one call.
type Answer struct {
	CommandKey    Key
	Sequence      uint64 // 0: not decided, because the engine broke down
	FirstSequence uint64
	Reason        uint16
	Duplicate     uint8
	_             uint8
	ID            uint32 // of what the command defines
}

type Event struct {
	Sequence uint64
	Epoch    uint32
	Ordinal  uint16
	Type     uint8
	Flags    uint8
	Body     [48]byte // the members of allot_event's union
}

// Both are constants, so that a difference from the header does not compile.
const (
	_ = uint(C.sizeof_allot_answer - unsafe.Sizeof(Answer{}))
	_ = uint(unsafe.Sizeof(Answer{}) - C.sizeof_allot_answer)
	_ = uint(C.sizeof_allot_event - unsafe.Sizeof(Event{}))
	_ = uint(unsafe.Sizeof(Event{}) - C.sizeof_allot_event)
)

// Reasons that a host decides by; ReasonName says the others.
const ReasonBusy = uint16(C.ALLOT_REASON_BUSY)

func ReasonName(reason uint16) string { return C.GoString(C.allot_reason_name(C.uint16_t(reason))) }

// check turns a status into an error, and gives the C error back.
func check(status C.allot_status, detail *C.allot_error) error {
	if status == C.ALLOT_STATUS_OK {
		return nil
	}
	defer C.allot_error_destroy(detail)
	return fmt.Errorf("%s: %s", C.GoString(C.allot_status_name(status)),
		C.GoString(C.allot_error_message(detail)))
}

// ---- Engines -------------------------------------------------------------------------------------

type Engine struct{ handle *C.allot_engine }

// Options are those that the shop uses; the others have the library's defaults.
type Options struct {
	Directory string
	MustExist bool
}

// Open starts a log or recovers the one that is there, under durability sync.
func Open(options Options) (*Engine, error) {
	// In C memory, for it points to the directory's name.
	given := (*C.allot_engine_options)(C.calloc(1, C.sizeof_allot_engine_options))
	defer C.free(unsafe.Pointer(given))
	if C.allot_engine_options_init(given, C.sizeof_allot_engine_options) != C.ALLOT_STATUS_OK {
		return nil, errors.New("allot_engine_options_init: another library than the header's")
	}
	directory := C.CString(options.Directory)
	defer C.free(unsafe.Pointer(directory))
	given.directory.data = directory
	given.directory.size = C.uint64_t(len(options.Directory))
	given.durability = C.ALLOT_DURABILITY_SYNC
	if options.MustExist {
		given.must_exist = 1
	}
	engine := &Engine{}
	var detail *C.allot_error
	status := C.allot_engine_open(given, &engine.handle, &detail)
	return engine, check(status, detail)
}

// Stop refuses new commands and decides what was admitted; events can be read to their end.
func (e *Engine) Stop() error {
	var detail *C.allot_error
	status := C.allot_engine_stop(e.handle, &detail)
	return check(status, detail)
}

// Close needs all producers and consumers to be closed.
func (e *Engine) Close() error {
	var detail *C.allot_error
	status := C.allot_engine_close(e.handle, &detail)
	return check(status, detail)
}

// Kinds of things that have codes.
const (
	KindChannel = uint32(C.ALLOT_ID_KIND_CHANNEL)
	KindNode    = uint32(C.ALLOT_ID_KIND_NODE)
	KindZone    = uint32(C.ALLOT_ID_KIND_ZONE)
	KindSku     = uint32(C.ALLOT_ID_KIND_SKU)
)

// LookUpID says which id the engine has given a code; 0 when it has none.
func (e *Engine) LookUpID(kind uint32, code string) (uint32, error) {
	chars := C.CString(code)
	defer C.free(unsafe.Pointer(chars))
	// In C memory, for it points to the code.
	text := (*C.allot_text)(C.calloc(1, C.sizeof_allot_text))
	defer C.free(unsafe.Pointer(text))
	text.data, text.size = chars, C.uint64_t(len(code))
	var id C.uint32_t
	var detail *C.allot_error
	status := C.allot_look_up_ids(e.handle, C.uint32_t(kind), text, 1, &id, &detail)
	return uint32(id), check(status, detail)
}

// ---- Commands ------------------------------------------------------------------------------------

// Batch is room in C memory for commands and for what they point to.
type Batch struct {
	commands []C.allot_command
	lines    []C.allot_order_line
	text     []byte
	count    int
	lineUsed int
	textUsed int
}

func NewBatch(commands, lines, textBytes int) *Batch {
	return &Batch{
		commands: unsafe.Slice((*C.allot_command)(C.calloc(C.size_t(commands), C.sizeof_allot_command)), commands),
		lines:    unsafe.Slice((*C.allot_order_line)(C.calloc(C.size_t(lines), C.sizeof_allot_order_line)), lines),
		text:     unsafe.Slice((*byte)(C.calloc(C.size_t(textBytes), 1)), textBytes),
	}
}

func (b *Batch) Free() {
	C.free(unsafe.Pointer(&b.commands[0]))
	C.free(unsafe.Pointer(&b.lines[0]))
	C.free(unsafe.Pointer(&b.text[0]))
}

func (b *Batch) Len() int { return b.count }
func (b *Batch) Reset()   { b.count, b.lineUsed, b.textUsed = 0, 0, 0 }

// start begins the next command, with its defaults and its key.
func (b *Batch) start(kind C.uint32_t, key Key) *C.allot_command {
	command := &b.commands[b.count]
	b.count++
	C.allot_command_init(command, kind)
	C.body_cancel(command).command_key = cKey(key) // the first field of every body
	return command
}

func cKey(key Key) C.allot_key {
	return C.allot_key{low: C.uint64_t(key.Low), high: C.uint64_t(key.High)}
}

func (b *Batch) code(text string) C.allot_text {
	at := b.text[b.textUsed:]
	b.textUsed += copy(at, text)
	return C.allot_text{data: (*C.char)(unsafe.Pointer(&at[0])), size: C.uint64_t(len(text))}
}

func (b *Batch) Sku(key Key, code string, listPrice int64) {
	body := C.body_sku(b.start(C.ALLOT_COMMAND_SKU, key))
	body.code, body.list_price = b.code(code), C.int64_t(listPrice)
}

func (b *Batch) Node(key Key, code string) {
	C.body_node(b.start(C.ALLOT_COMMAND_NODE, key)).code = b.code(code)
}

func (b *Batch) Zone(key Key, code string) {
	C.body_zone(b.start(C.ALLOT_COMMAND_ZONE, key)).code = b.code(code)
}

func (b *Batch) Channel(key Key, code string, holdTTL, reviewTTL time.Duration) {
	body := C.body_channel(b.start(C.ALLOT_COMMAND_CHANNEL, key))
	body.code = b.code(code)
	body.hold_ttl_ns, body.review_ttl_ns = C.int64_t(holdTTL), C.int64_t(reviewTTL)
}

func (b *Batch) Network(key Key, channel, node uint32) {
	body := C.body_network(b.start(C.ALLOT_COMMAND_NETWORK, key))
	body.channel, body.node = C.uint32_t(channel), C.uint32_t(node)
}

func (b *Batch) Lane(key Key, node, zone uint32, parcelCost, unitCost int64) {
	body := C.body_lane(b.start(C.ALLOT_COMMAND_LANE, key))
	body.node, body.zone = C.uint32_t(node), C.uint32_t(zone)
	body.parcel_cost, body.unit_cost = C.int64_t(parcelCost), C.int64_t(unitCost)
}

func (b *Batch) Receive(key Key, sku, node, quantity uint32) {
	body := C.body_receive(b.start(C.ALLOT_COMMAND_RECEIVE, key))
	body.sku, body.node, body.quantity = C.uint32_t(sku), C.uint32_t(node), C.uint32_t(quantity)
}

type Line struct {
	Sku, Quantity uint32
	Price         int64
}

func (b *Batch) Place(key, orderKey Key, channel, zone uint32, lines []Line) {
	body := C.body_place(b.start(C.ALLOT_COMMAND_PLACE, key))
	body.order_key = cKey(orderKey)
	body.channel, body.zone = C.uint32_t(channel), C.uint32_t(zone)
	at := b.lines[b.lineUsed : b.lineUsed+len(lines)]
	b.lineUsed += len(lines)
	for i, line := range lines {
		at[i] = C.allot_order_line{sku: C.uint32_t(line.Sku), quantity: C.uint32_t(line.Quantity),
			price: C.int64_t(line.Price)}
	}
	body.lines, body.line_count = &at[0], C.uint64_t(len(lines))
}

func (b *Batch) Cancel(key, orderKey Key) {
	C.body_cancel(b.start(C.ALLOT_COMMAND_CANCEL, key)).order_key = cKey(orderKey)
}

// ---- Producers and consumers: one goroutine at a time, whatever thread it is on --------------------

type Producer struct{ handle *C.allot_producer }

func (e *Engine) OpenProducer() (*Producer, error) {
	producer := &Producer{}
	var detail *C.allot_error
	status := C.allot_producer_open(e.handle, &producer.handle, &detail)
	return producer, check(status, detail)
}

// Submit takes in a prefix of the batch from `start` on. Returns how many, and the reason why not more.
func (p *Producer) Submit(batch *Batch, start int) (int, uint16, error) {
	if start == batch.count {
		return 0, 0, nil
	}
	var accepted C.size_t
	var reason C.uint16_t
	var detail *C.allot_error
	status := C.allot_producer_submit(p.handle, &batch.commands[start], C.size_t(batch.count-start),
		&accepted, &reason, &detail)
	return int(accepted), uint16(reason), check(status, detail)
}

// PollAnswers fills the front of `into`, waiting for the first answer up to `timeout`. Returns how many.
func (p *Producer) PollAnswers(into []Answer, timeout time.Duration) (int, error) {
	var count C.size_t
	var detail *C.allot_error
	status := C.allot_producer_poll_answers(p.handle, (*C.allot_answer)(unsafe.Pointer(&into[0])),
		C.size_t(len(into)), &count, C.int64_t(timeout), &detail)
	return int(count), check(status, detail)
}

func (p *Producer) Close() error {
	var detail *C.allot_error
	status := C.allot_producer_close(p.handle, &detail)
	return check(status, detail)
}

type Consumer struct{ handle *C.allot_consumer }

// OpenConsumer begins at a sequence, from 1; `epoch` is that of the last event seen before, or 0. Events
// that are not in the engine's memory any more are made again from the log.
func (e *Engine) OpenConsumer(fromSequence uint64, epoch uint32) (*Consumer, error) {
	var options C.allot_consumer_options
	if C.allot_consumer_options_init(&options, C.sizeof_allot_consumer_options) != C.ALLOT_STATUS_OK {
		return nil, errors.New("allot_consumer_options_init: another library than the header's")
	}
	options.from_sequence, options.from_epoch = C.uint64_t(fromSequence), C.uint32_t(epoch)
	consumer := &Consumer{}
	var detail *C.allot_error
	status := C.allot_consumer_open_with(e.handle, &options, &consumer.handle, &detail)
	return consumer, check(status, detail)
}

// Position says at which sequence it began, and whether it still reads what lies before the present.
func (c *Consumer) Position() (first uint64, catchingUp bool, err error) {
	var sequence C.uint64_t
	var behind C.bool
	var detail *C.allot_error
	status := C.allot_consumer_position(c.handle, &sequence, nil, &behind, &detail)
	return uint64(sequence), bool(behind), check(status, detail)
}

// Poll fills the front of `into`, waiting for the first event up to `timeout`. Returns how many.
func (c *Consumer) Poll(into []Event, timeout time.Duration) (int, error) {
	var count C.size_t
	var detail *C.allot_error
	status := C.allot_consumer_poll(c.handle, (*C.allot_event)(unsafe.Pointer(&into[0])),
		C.size_t(len(into)), &count, C.int64_t(timeout), &detail)
	return int(count), check(status, detail)
}

// Acknowledge says that everything up to `sequence` has been dealt with.
func (c *Consumer) Acknowledge(sequence uint64) error {
	var detail *C.allot_error
	status := C.allot_consumer_acknowledge(c.handle, C.uint64_t(sequence), &detail)
	return check(status, detail)
}

func (c *Consumer) Close() error {
	var detail *C.allot_error
	status := C.allot_consumer_close(c.handle, &detail)
	return check(status, detail)
}
