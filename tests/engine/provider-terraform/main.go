// The test provider as a Terraform plugin, for OpenTofu's `dev_overrides`.
//
// An engine starts it without arguments, so a wrapper has to give `-version`:
//
//	#!/bin/sh
//	exec provider-terraform -version 1.6.0
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/hashicorp/terraform-plugin-sdk/v2/plugin"

	"eventstorecloud-planner/tests/engine/provider"
)

func main() {
	versions, err := provider.Versions()
	if err != nil {
		fail(err)
	}
	version := flag.String("version", versions[len(versions)-1], "the version of eventstorecloud to behave as")
	flag.Parse()
	// Made once here, so that an unknown version is told before the engine shakes hands.
	if _, err := provider.New(*version); err != nil {
		fail(err)
	}
	plugin.Serve(&plugin.ServeOpts{
		ProviderFunc: func() *schema.Provider {
			made, err := provider.New(*version)
			if err != nil {
				fail(err)
			}
			return made
		},
	})
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "provider-terraform:", err)
	os.Exit(1)
}
