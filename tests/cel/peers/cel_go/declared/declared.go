// Package declared reads what tests/cel/peers/json_lines.hpp describes, and gives cel-go structs whose
// optional fields are an error where they are not set: protobuf messages, cel-go's own, would give a
// default then, and maps have no types.
package declared

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

type field struct {
	name     string
	shape    shape
	optional bool
}

type structure struct {
	name   string
	fields []field
	places map[string]int
	own    *types.Type
}

// shape is a declared type.
type shape struct {
	kind    string // of a list: list, of a set: list or map
	element *shape
	of      *structure
}

// Shop is what rules may speak of.
type Shop struct {
	registry  *types.Registry
	structs   map[string]*structure
	variables []field
	maps      bool // sets are maps, not lists
	Env       *cel.Env
}

// record is a value of a declared struct; a field that is not set is nil.
type record struct {
	of     *structure
	values []ref.Val
}

func (r *record) ConvertToNative(wanted reflect.Type) (any, error) {
	return nil, fmt.Errorf("a record is no %v", wanted)
}
func (r *record) ConvertToType(wanted ref.Type) ref.Val {
	return types.NewErr("a record is no %v", wanted)
}
func (r *record) Equal(other ref.Val) ref.Val { return types.Bool(other == ref.Val(r)) }
func (r *record) Type() ref.Type              { return r.of.own }
func (r *record) Value() any                  { return r }

// adapter lets values through that are of cel-go already.
type adapter struct{ types.Adapter }

func (a adapter) NativeToValue(value any) ref.Val {
	if made, ok := value.(ref.Val); ok {
		return made
	}
	return a.Adapter.NativeToValue(value)
}

type provider struct {
	types.Provider
	shop *Shop
}

func (p provider) FindStructType(name string) (*types.Type, bool) {
	if found, ok := p.shop.structs[name]; ok {
		return types.NewTypeTypeWithParam(found.own), true
	}
	return p.Provider.FindStructType(name)
}

func (p provider) FindStructFieldType(name, wanted string) (*types.FieldType, bool) {
	found, ok := p.shop.structs[name]
	if !ok {
		return p.Provider.FindStructFieldType(name, wanted)
	}
	place, ok := found.places[wanted]
	if !ok {
		return nil, false
	}
	return &types.FieldType{
		Type:  found.fields[place].shape.celType(),
		IsSet: func(target any) bool { return target.(*record).values[place] != nil },
		GetFrom: func(target any) (any, error) {
			if value := target.(*record).values[place]; value != nil {
				return value, nil
			}
			return nil, fmt.Errorf("no_such_field: %s", wanted)
		},
	}, true
}

func (s shape) celType() *types.Type {
	switch s.kind {
	case "bool":
		return cel.BoolType
	case "int":
		return cel.IntType
	case "uint":
		return cel.UintType
	case "string":
		return cel.StringType
	case "timestamp":
		return cel.TimestampType
	case "duration":
		return cel.DurationType
	case "list":
		return cel.ListType(s.element.celType())
	case "map":
		return cel.MapType(s.element.celType(), cel.BoolType)
	default:
		return s.of.own
	}
}

func (shop *Shop) shapeOf(text string) (shape, error) {
	for _, prefix := range []string{"list(", "set("} {
		if inner, ok := strings.CutPrefix(text, prefix); ok {
			element, err := shop.shapeOf(strings.TrimSuffix(inner, ")"))
			made := shape{kind: "list", element: &element}
			if prefix == "set(" && shop.maps {
				made.kind = "map"
			}
			return made, err
		}
	}
	switch text {
	case "bool", "int", "uint", "string", "timestamp", "duration":
		return shape{kind: text}, nil
	}
	if found, ok := shop.structs[text]; ok {
		return shape{kind: "struct", of: found}, nil
	}
	return shape{}, fmt.Errorf("there is no type %q", text)
}

// New makes a shop of the first line, in which sets are lists.
func New(line []byte) (*Shop, error) { return made(line, false) }

// NewWithMaps makes one in which sets are maps, which cel-go finds a value in at once.
func NewWithMaps(line []byte) (*Shop, error) { return made(line, true) }

func made(line []byte, maps bool) (*Shop, error) {
	var read struct {
		Structs   map[string][][3]any
		Variables [][2]string
	}
	if err := json.Unmarshal(line, &read); err != nil {
		return nil, err
	}
	registry, err := types.NewRegistry()
	if err != nil {
		return nil, err
	}
	shop := &Shop{registry: registry, structs: map[string]*structure{}, maps: maps}
	for name := range read.Structs {
		shop.structs[name] = &structure{name: name, places: map[string]int{}, own: types.NewObjectType(name)}
	}
	for name, fields := range read.Structs {
		into := shop.structs[name]
		for _, one := range fields {
			made, err := shop.shapeOf(one[1].(string))
			if err != nil {
				return nil, err
			}
			into.places[one[0].(string)] = len(into.fields)
			into.fields = append(into.fields, field{one[0].(string), made, one[2].(bool)})
		}
	}
	options := []cel.EnvOption{
		cel.CustomTypeAdapter(adapter{registry}), cel.CustomTypeProvider(provider{registry, shop}),
	}
	for _, one := range read.Variables {
		made, err := shop.shapeOf(one[1])
		if err != nil {
			return nil, err
		}
		shop.variables = append(shop.variables, field{one[0], made, false})
		options = append(options, cel.Variable(one[0], made.celType()))
	}
	shop.Env, err = cel.NewEnv(options...)
	return shop, err
}

// Order reads one order.
func (shop *Shop) Order(text json.RawMessage) (map[string]any, error) {
	var values []json.RawMessage
	if err := json.Unmarshal(text, &values); err != nil {
		return nil, err
	}
	order := map[string]any{}
	for i, variable := range shop.variables {
		value, err := shop.value(values[i], variable.shape)
		if err != nil {
			return nil, err
		}
		order[variable.name] = value
	}
	return order, nil
}

func read[T any](text json.RawMessage) (T, error) {
	var made T
	err := json.Unmarshal(text, &made)
	return made, err
}

func (shop *Shop) value(text json.RawMessage, of shape) (ref.Val, error) {
	switch of.kind {
	case "bool":
		made, err := read[bool](text)
		return types.Bool(made), err
	case "int":
		made, err := read[int64](text)
		return types.Int(made), err
	case "uint":
		made, err := read[uint64](text)
		return types.Uint(made), err
	case "string":
		made, err := read[string](text)
		return types.String(made), err
	case "timestamp":
		made, err := read[[2]int64](text)
		return types.Timestamp{Time: time.Unix(made[0], made[1]).UTC()}, err
	case "duration":
		made, err := read[int64](text)
		return types.Duration{Duration: time.Duration(made)}, err
	}
	parts, err := read[[]json.RawMessage](text)
	if err != nil {
		return nil, err
	}
	made := make([]ref.Val, len(parts))
	for i, part := range parts {
		inner := of.element
		if of.kind == "struct" {
			if inner = &of.of.fields[i].shape; of.of.fields[i].optional && string(part) == "null" {
				continue
			}
		}
		if made[i], err = shop.value(part, *inner); err != nil {
			return nil, err
		}
	}
	if of.kind == "struct" {
		return &record{of.of, made}, nil
	}
	if of.kind == "map" {
		members := map[ref.Val]ref.Val{}
		for _, one := range made {
			members[one] = types.True
		}
		return types.NewRefValMap(shop.registry, members), nil
	}
	return types.NewRefValList(shop.registry, made), nil
}

// Result is "true", "false" or "error" with what cel-go says of it.
func Result(value ref.Val, err error) string {
	if err != nil {
		return "error " + err.Error()
	}
	if truth, ok := value.(types.Bool); ok {
		return fmt.Sprint(bool(truth))
	}
	return fmt.Sprintf("no bool: %v", value)
}
