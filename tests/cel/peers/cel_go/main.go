// Evaluates rules with cel-go and compares the results with those that came with them. Which error it
// is the specification leaves open, so that two errors are alike.
//
// usage: cel_print_random_rules RULES SEED | cel_go [DIFFERENCES]
//
//	DIFFERENCES  how many are printed before it ends (default 10)
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types/ref"

	"cel_go/declared"
)

type rule struct {
	number  int
	Rule    string
	Results []string
	Orders  []json.RawMessage
}

// tally is what one worker has seen.
type tally struct {
	evaluations, truths, errors int
	lowestTwice, spans          int // known.go
	differences                 []string
}

func (t *tally) differ(one rule, text string) {
	t.differences = append(t.differences, fmt.Sprintf("rule %d: %s\n  %s", one.number, text, one.Rule))
}

func (t *tally) compare(shop *declared.Shop, one rule) error {
	ast, issues := shop.Env.Compile(one.Rule)
	if issues.Err() != nil {
		if lowestTwice(one.Rule, issues) {
			t.lowestTwice++
		} else {
			t.differ(one, "cel-go does not compile it: "+issues.Err().Error())
		}
		return nil
	}
	program, err := shop.Env.Program(ast)
	if err != nil {
		return err
	}
	// With what is constant folded ahead, which goes another way.
	folded, err := shop.Env.Program(ast, cel.EvalOptions(cel.OptOptimize))
	if err != nil {
		t.differ(one, "cel-go does not fold it: "+err.Error())
		folded = program
	}
	for i, text := range one.Orders {
		order, err := shop.Order(text)
		if err != nil {
			return fmt.Errorf("rule %d: %w", one.number, err)
		}
		t.evaluations++
		for _, way := range []cel.Program{program, folded} {
			theirs, ours := declared.Result(evaluated(way, order)), one.Results[i]
			if strings.HasPrefix(ours, "error ") && strings.HasPrefix(theirs, "error ") {
				t.errors++
			} else if ours != theirs && declared.Result(exactly(shop, ast, order)) == ours {
				t.spans++
			} else if ours != theirs {
				t.differ(one, fmt.Sprintf("order %d: allot %s, cel-go %s\n  %s", i+1, ours, theirs, text))
				break
			} else if ours == "true" {
				t.truths++
			}
		}
	}
	return nil
}

func evaluated(program cel.Program, order map[string]any) (ref.Val, error) {
	value, _, err := program.Eval(order)
	return value, err
}

// exactly evaluates with exactSpans().
func exactly(shop *declared.Shop, ast *cel.Ast, order map[string]any) (ref.Val, error) {
	program, err := shop.Env.Program(ast, exactSpans())
	if err != nil {
		return nil, err
	}
	return evaluated(program, order)
}

func run(most int) error {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	if !lines.Scan() {
		return fmt.Errorf("nothing to read")
	}
	shop, err := declared.New(lines.Bytes())
	if err != nil {
		return err
	}
	work := make(chan rule, 256)
	var group sync.WaitGroup
	var mutex sync.Mutex
	var sum tally
	var failed error
	for range runtime.GOMAXPROCS(0) {
		group.Add(1)
		go func() {
			defer group.Done()
			var own tally
			for one := range work {
				if err := own.compare(shop, one); err != nil {
					mutex.Lock()
					failed = err
					mutex.Unlock()
				}
			}
			mutex.Lock()
			defer mutex.Unlock()
			sum.evaluations += own.evaluations
			sum.truths += own.truths
			sum.errors += own.errors
			sum.lowestTwice += own.lowestTwice
			sum.spans += own.spans
			sum.differences = append(sum.differences, own.differences...)
		}()
	}
	number := 0
	for lines.Scan() {
		number++
		one := rule{number: number}
		if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
			return fmt.Errorf("rule %d: %w", number, err)
		}
		work <- one
	}
	close(work)
	group.Wait()
	if failed == nil {
		failed = lines.Err()
	}
	if failed != nil {
		return failed
	}
	for i, text := range sum.differences {
		if i == most {
			fmt.Println("...")
			break
		}
		fmt.Println(text)
	}
	fmt.Printf("%d rules, %d evaluations, each in two ways: %d results true, %d errors\n", number, sum.evaluations, sum.truths,
		sum.errors)
	fmt.Printf("known: %d rules with --MIN, %d results with a span near the longest\n", sum.lowestTwice, sum.spans)
	fmt.Printf("%d differences\n", len(sum.differences))
	if len(sum.differences) > 0 || sum.truths == 0 || sum.errors == 0 {
		return fmt.Errorf("cel-go and allot do not agree, or nothing was compared")
	}
	return nil
}

func main() {
	most := 10
	if len(os.Args) > 1 {
		most, _ = strconv.Atoi(os.Args[1])
	}
	if err := run(most); err != nil {
		fmt.Fprintln(os.Stderr, "cel_go:", err)
		os.Exit(1)
	}
}
