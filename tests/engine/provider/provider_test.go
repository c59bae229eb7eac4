package provider

import "testing"

func TestEveryVersionIsAValidProvider(t *testing.T) {
	versions, err := Versions()
	if err != nil {
		t.Fatal(err)
	}
	if len(versions) != 39 {
		t.Errorf("%d versions, not 39", len(versions))
	}
	for _, version := range versions {
		made, err := New(version)
		if err != nil {
			t.Fatal(err)
		}
		if err := made.InternalValidate(); err != nil {
			t.Errorf("%s: %v", version, err)
		}
	}
	made, err := NewKurrent()
	if err != nil {
		t.Fatal(err)
	}
	if err := made.InternalValidate(); err != nil {
		t.Errorf("kurrentcloud: %v", err)
	}
}

func TestUnknownVersion(t *testing.T) {
	if _, err := New("1.8.0"); err == nil {
		t.Error("version 1.8.0 is not known")
	}
}
