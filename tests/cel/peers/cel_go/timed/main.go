// Answers the rules of bench/rules_peers/rules_cost.cpp with cel-go, compares, and prints the processor
// time of one.
//
// usage: timed FILE
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"syscall"

	"cel.dev/cel-go/cel"

	"cel_go/declared"
)

func spent() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}

func run(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	lines.Scan()
	// A map is looked up, a list is walked.
	shop, err := declared.NewWithMaps(lines.Bytes())
	if err != nil {
		return err
	}
	var rules [][2]string
	lines.Scan()
	if err := json.Unmarshal(lines.Bytes(), &rules); err != nil {
		return err
	}
	var programs []cel.Program
	for _, rule := range rules {
		ast, issues := shop.Env.Compile(rule[1])
		if issues.Err() != nil {
			return fmt.Errorf("%s: %w", rule[0], issues.Err())
		}
		program, err := shop.Env.Program(ast, cel.EvalOptions(cel.OptOptimize))
		if err != nil {
			return err
		}
		programs = append(programs, program)
	}
	var orders []any
	for lines.Scan() {
		var line struct {
			Order   json.RawMessage
			Results []bool
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return err
		}
		values, err := shop.Order(line.Order)
		if err != nil {
			return err
		}
		order, err := cel.NewActivation(values)
		if err != nil {
			return err
		}
		for i, program := range programs {
			value, _, err := program.Eval(order)
			if result := declared.Result(value, err); result != fmt.Sprint(line.Results[i]) {
				return fmt.Errorf("%s of order %d: %s", rules[i][0], len(orders)+1, result)
			}
		}
		orders = append(orders, order)
	}
	if err := lines.Err(); err != nil || len(orders) == 0 {
		return fmt.Errorf("no orders: %v", err)
	}
	passes, begin := 0, spent()
	for spent()-begin < 1_000_000_000 {
		for _, order := range orders {
			for _, program := range programs {
				if _, _, err := program.Eval(order); err != nil {
					return err
				}
			}
		}
		passes++
	}
	fmt.Printf("cel-go %.2f\n", float64(spent()-begin)/float64(passes*len(orders)*len(programs)))
	return nil
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: timed FILE")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "cel-go:", err)
		os.Exit(1)
	}
}
