package provider

import (
	"fmt"
	"testing"
)

// tally counts the rows of one file that agree. A row that does not must have a cause.
type tally struct {
	t      *testing.T
	file   string
	rows   int
	agree  int
	causes map[string]int
}

func (c *tally) row(at, row, recorded, got any, cause string) {
	c.t.Helper()
	c.rows++
	agrees := fmt.Sprintf("%q", recorded) == fmt.Sprintf("%q", got)
	switch {
	case agrees && cause != "":
		c.t.Errorf("%s, row %v agrees, but is listed: %s", c.file, at, cause)
	case agrees:
		c.agree++
	case cause != "":
		if c.causes == nil {
			c.causes = map[string]int{}
		}
		c.causes[cause]++
	default:
		c.t.Errorf("%s, row %v: recorded %q, got %q\n%s", c.file, at, recorded, got, jsonText(row))
	}
}

func (c *tally) end() {
	c.t.Helper()
	c.t.Logf("%s: %d of %d", c.file, c.agree, c.rows)
	for cause, rows := range c.causes {
		c.t.Logf("%s: %d differ: %s", c.file, rows, cause)
	}
	if c.rows == 0 {
		c.t.Errorf("%s: no rows", c.file)
	}
}
