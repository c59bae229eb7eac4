package recording

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"testing"
)

// Changes are asked for by another program: a JSON object a line in the file that this variable names.
const (
	questionsVariable = "CHANGES_ASKED"
	answersVariable   = "CHANGES_ANSWERED"
)

// Answered writes the answer to each question, a line for a line. Without questions the test is skipped.
func Answered[Question any](t *testing.T, answer func(Question) any) {
	t.Helper()
	name := os.Getenv(questionsVariable)
	if name == "" {
		t.Skip(questionsVariable + " names no file")
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(os.Getenv(answersVariable))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	answers := bufio.NewWriter(file)
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	encoder := json.NewEncoder(answers)
	for decoder.More() {
		var question Question
		if err := decoder.Decode(&question); err != nil {
			t.Fatal(err)
		}
		if err := encoder.Encode(answer(question)); err != nil {
			t.Fatal(err)
		}
	}
	if err := answers.Flush(); err != nil {
		t.Fatal(err)
	}
}
