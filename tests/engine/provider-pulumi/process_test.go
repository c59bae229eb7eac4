package main

import (
	"bufio"
	"context"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/emptypb"
)

// pluginVariable names a plugin to ask in place of the one built from here: the published one, where somebody has it.
const pluginVariable = "PROVIDER_PLUGIN"

// process is a plugin in a process of its own. It is started again when it ends.
type process struct {
	pulumirpc.UnimplementedResourceProviderServer
	t       *testing.T
	program string
	engine  string
	client  pulumirpc.ResourceProviderClient
	stop    func()
}

// deafEngine is what a plugin logs to.
type deafEngine struct {
	pulumirpc.UnimplementedEngineServer
}

func (deafEngine) Log(context.Context, *pulumirpc.LogRequest) (*emptypb.Empty, error) {
	return &emptypb.Empty{}, nil
}

func startProcess(t *testing.T, program string) *process {
	t.Helper()
	cancel := make(chan bool)
	serving, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Cancel: cancel,
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterEngineServer(server, deafEngine{})
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	started := &process{t: t, program: program, engine: fmt.Sprintf("127.0.0.1:%d", serving.Port)}
	started.start()
	t.Cleanup(func() {
		started.stop()
		close(cancel)
	})
	return started
}

func (p *process) start() {
	p.t.Helper()
	command := exec.Command(p.program, p.engine)
	output, err := command.StdoutPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		p.t.Fatal(err)
	}
	// The port is all that a plugin writes there.
	port, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		p.t.Fatalf("%s: no port: %v", p.program, err)
	}
	connection, err := grpc.NewClient(
		"127.0.0.1:"+strings.TrimSpace(port), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		p.t.Fatal(err)
	}
	p.client = pulumirpc.NewResourceProviderClient(connection)
	p.stop = func() {
		_ = connection.Close()
		_ = command.Process.Kill()
		_ = command.Wait()
	}
}

// ask panics, as the plugin in this process would, where the other process has ended.
func ask[Question, Answer any](
	ctx context.Context, p *process, question Question,
	call func(context.Context, Question, ...grpc.CallOption) (Answer, error),
) (Answer, error) {
	found, err := call(ctx, question)
	if status.Code(err) == codes.Unavailable {
		p.stop()
		p.start()
		panic(err)
	}
	return found, err
}

func (p *process) Configure(ctx context.Context, it *pulumirpc.ConfigureRequest) (*pulumirpc.ConfigureResponse, error) {
	return ask(ctx, p, it, p.client.Configure)
}

func (p *process) Check(ctx context.Context, it *pulumirpc.CheckRequest) (*pulumirpc.CheckResponse, error) {
	return ask(ctx, p, it, p.client.Check)
}

func (p *process) Diff(ctx context.Context, it *pulumirpc.DiffRequest) (*pulumirpc.DiffResponse, error) {
	return ask(ctx, p, it, p.client.Diff)
}

func (p *process) Create(ctx context.Context, it *pulumirpc.CreateRequest) (*pulumirpc.CreateResponse, error) {
	return ask(ctx, p, it, p.client.Create)
}

func (p *process) Read(ctx context.Context, it *pulumirpc.ReadRequest) (*pulumirpc.ReadResponse, error) {
	return ask(ctx, p, it, p.client.Read)
}

func (p *process) Update(ctx context.Context, it *pulumirpc.UpdateRequest) (*pulumirpc.UpdateResponse, error) {
	return ask(ctx, p, it, p.client.Update)
}

func (p *process) Delete(ctx context.Context, it *pulumirpc.DeleteRequest) (*emptypb.Empty, error) {
	return ask(ctx, p, it, p.client.Delete)
}

func (p *process) Invoke(ctx context.Context, it *pulumirpc.InvokeRequest) (*pulumirpc.InvokeResponse, error) {
	return ask(ctx, p, it, p.client.Invoke)
}

func (p *process) GetSchema(ctx context.Context, it *pulumirpc.GetSchemaRequest) (*pulumirpc.GetSchemaResponse, error) {
	return ask(ctx, p, it, p.client.GetSchema)
}
