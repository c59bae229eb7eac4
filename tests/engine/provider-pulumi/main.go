// The test provider as a Pulumi plugin, behind Pulumi's own bridge, answering as the published plugin does.
//
// It serves the package that its file is named for: pulumi-resource-eventstorecloud is version 0.2.20 of that package on
// Terraform 1.6.0, or on the version in ESC_TEST_TERRAFORM_VERSION; pulumi-resource-kurrentcloud is version 0.3.0.
package main

import (
	"fmt"
	"os"

	"github.com/pulumi/pulumi/pkg/v3/resource/provider"
)

func main() {
	if err := run(os.Args[0]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(program string) error {
	served, err := packageOf(program)
	if err != nil {
		return err
	}
	return provider.Main(served.name, served.server)
}
