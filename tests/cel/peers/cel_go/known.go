package main

import (
	"math/big"
	"strings"
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/interpreter"
)

// What cel-go is known to do otherwise; docs/decisions/0061 tells of both. A rule counts as known only
// where exactly this is what makes the difference.

// lowestTwice: the lexical grammar of the specification has the sign of an int in its literal, so that
// "--9223372036854775808" is the counterpart of the lowest int, which is an overflow. cel-go takes both
// signs for operators, and then the literal for too large.
func lowestTwice(source string, issues *cel.Issues) bool {
	return strings.Contains(source, "--9223372036854775808") &&
		strings.Contains(issues.Err().Error(), "invalid int literal")
}

// exactSpans: "time - time" of cel-go overflows where the span fits into 64 bits of nanoseconds, but its
// whole seconds, rounded away from zero, do not: beyond 9223372036 s in either direction. This way of
// evaluating calculates such a span by itself; all else is cel-go's.
func exactSpans() cel.ProgramOption {
	return cel.CustomDecoratorV2(func(one interpreter.InterpretableV2) (interpreter.InterpretableV2, error) {
		call, ok := one.(interpreter.InterpretableCall)
		if !ok || call.OverloadID() != "subtract_timestamp_timestamp" {
			return one, nil
		}
		return &span{call}, nil
	})
}

type span struct{ interpreter.InterpretableCall }

func (s *span) Exec(frame *interpreter.ExecutionFrame) ref.Val {
	theirs := s.InterpretableCall.Exec(frame)
	if !types.IsError(theirs) {
		return theirs
	}
	to, ok := s.Args()[0].Exec(frame).(types.Timestamp)
	if !ok {
		return theirs
	}
	from, ok := s.Args()[1].Exec(frame).(types.Timestamp)
	if !ok {
		return theirs
	}
	ns := new(big.Int).Sub(nanoseconds(to.Time), nanoseconds(from.Time))
	if !ns.IsInt64() {
		return theirs
	}
	return types.Duration{Duration: time.Duration(ns.Int64())}
}

func nanoseconds(at time.Time) *big.Int {
	seconds := new(big.Int).Mul(big.NewInt(at.Unix()), big.NewInt(1_000_000_000))
	return seconds.Add(seconds, big.NewInt(int64(at.Nanosecond())))
}
