package provider

import (
	"io"
	"log"
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	// The SDK logs each call.
	log.SetOutput(io.Discard)
	os.Exit(m.Run())
}
