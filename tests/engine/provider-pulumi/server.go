package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfgen"
	"github.com/pulumi/pulumi/pkg/v3/resource/provider"
	"github.com/pulumi/pulumi/sdk/v3/go/common/diag"
	"github.com/pulumi/pulumi/sdk/v3/go/common/diag/colors"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/protobuf/types/known/structpb"
)

// server answers the engine. Where the bridge's own server answers otherwise than that of the published plugin, it
// stands in between.
type server struct {
	pulumirpc.ResourceProviderServer
	schema func() (string, error)
}

func (p pulumiPackage) server(host *provider.HostClient) (pulumirpc.ResourceProviderServer, error) {
	terraform, err := p.terraform()
	if err != nil {
		return nil, err
	}
	info := p.serve(terraform)
	info.P.InitLogging(context.Background())
	// Without a schema the bridge does not compare the types of what is written with it, which the published plugin
	// does not do either.
	bridge := tfbridge.NewProvider(context.Background(), host, p.name, p.version, info.P, info, nil)
	return &server{bridge, sync.OnceValues(p.schema)}, nil
}

// schema is the Pulumi package's, made when it is asked for: only `pulumi package get-schema` and the like do.
func (p pulumiPackage) schema() (string, error) {
	terraform, err := p.terraform()
	if err != nil {
		return "", err
	}
	made, err := tfgen.GenerateSchemaWithOptions(tfgen.GenerateSchemaOptions{
		ProviderInfo:    p.describe(terraform),
		DiagnosticsSink: diag.DefaultSink(io.Discard, io.Discard, diag.FormatOptions{Color: colors.Never}),
		XInMemoryDocs:   true,
	})
	if err != nil {
		return "", err
	}
	// The bridge of today adds a method to the provider.
	delete(made.PackageSpec.Functions, made.PackageSpec.Provider.Methods["terraformConfig"])
	made.PackageSpec.Provider.Methods = nil
	text, err := json.Marshal(made.PackageSpec)
	return string(text), err
}

func (s *server) GetSchema(_ context.Context, request *pulumirpc.GetSchemaRequest) (*pulumirpc.GetSchemaResponse, error) {
	if request.GetVersion() > 1 {
		return nil, fmt.Errorf("unknown version %d of the schema's format", request.GetVersion())
	}
	text, err := s.schema()
	return &pulumirpc.GetSchemaResponse{Schema: text}, err
}

// Configure does not offer to be told how names are made, which is newer than the published plugin.
func (s *server) Configure(ctx context.Context, request *pulumirpc.ConfigureRequest) (*pulumirpc.ConfigureResponse, error) {
	response, err := s.ResourceProviderServer.Configure(ctx, request)
	if response != nil {
		response.SupportsAutonamingConfiguration = false
	}
	return response, err
}

func (s *server) Check(ctx context.Context, request *pulumirpc.CheckRequest) (*pulumirpc.CheckResponse, error) {
	endOnEmptyKeys(request.GetNews())
	withoutMarks(request.GetOlds(), request.GetNews())
	response, err := s.ResourceProviderServer.Check(ctx, request)
	withMarks(response.GetInputs())
	return response, err
}

// Diff names a property once for each path in it that differs. The engine shows these names as reasons.
func (s *server) Diff(ctx context.Context, request *pulumirpc.DiffRequest) (*pulumirpc.DiffResponse, error) {
	withoutMarks(request.GetOlds(), request.GetOldInputs(), request.GetNews())
	response, err := s.ResourceProviderServer.Diff(ctx, request)
	if len(response.GetDiffs()) > 0 {
		response.Diffs = nil
		for path := range response.GetDetailedDiff() {
			name := path
			if end := strings.IndexAny(path, ".["); end >= 0 {
				name = path[:end]
			}
			response.Diffs = append(response.Diffs, name)
		}
		slices.Sort(response.Diffs)
	}
	return response, err
}

func (s *server) Create(ctx context.Context, request *pulumirpc.CreateRequest) (*pulumirpc.CreateResponse, error) {
	withoutMarks(request.GetProperties())
	return s.ResourceProviderServer.Create(ctx, request)
}

func (s *server) Update(ctx context.Context, request *pulumirpc.UpdateRequest) (*pulumirpc.UpdateResponse, error) {
	withoutMarks(request.GetOlds(), request.GetOldInputs(), request.GetNews())
	return s.ResourceProviderServer.Update(ctx, request)
}

func (s *server) Read(ctx context.Context, request *pulumirpc.ReadRequest) (*pulumirpc.ReadResponse, error) {
	withoutMarks(request.GetInputs(), request.GetProperties())
	response, err := s.ResourceProviderServer.Read(ctx, request)
	withMarks(response.GetInputs())
	return response, err
}

// endOnEmptyKeys ends the plugin as the published one ends at an empty key in a map.
func endOnEmptyKeys(properties *structpb.Struct) {
	eachObject(properties, func(object *structpb.Struct) {
		if value, written := object.Fields[""]; written {
			if _, null := value.GetKind().(*structpb.Value_NullValue); !null {
				panic("fatal: An assertion has failed: a property with an empty name")
			}
		}
	})
}

// defaultsMark is where the bridge keeps the names of the properties that it filled in.
const defaultsMark = "__defaults"

// withMarks gives each object inside the inputs a mark, as the published plugin does though maps have no defaults. The
// mark is in previews and states.
func withMarks(inputs *structpb.Struct) {
	eachObject(inputs, func(object *structpb.Struct) {
		if object != inputs {
			object.Fields[defaultsMark] = structpb.NewListValue(&structpb.ListValue{})
		}
	})
}

// withoutMarks takes them away again, since the bridge of today counts them as keys of the map.
func withoutMarks(all ...*structpb.Struct) {
	for _, properties := range all {
		eachObject(properties, func(object *structpb.Struct) {
			if object != properties {
				delete(object.Fields, defaultsMark)
			}
		})
	}
}

// signature is the key of the objects that stand for secrets and other values of the engine's own.
const signature = "4dabf18193072939515e22adb298388d"

func eachObject(properties *structpb.Struct, do func(object *structpb.Struct)) {
	if properties == nil {
		return
	}
	if _, special := properties.Fields[signature]; !special {
		if properties.Fields == nil {
			properties.Fields = map[string]*structpb.Value{}
		}
		do(properties)
	}
	for _, value := range properties.Fields {
		eachObjectIn(value, do)
	}
}

func eachObjectIn(value *structpb.Value, do func(object *structpb.Struct)) {
	eachObject(value.GetStructValue(), do)
	for _, element := range value.GetListValue().GetValues() {
		eachObjectIn(element, do)
	}
}
