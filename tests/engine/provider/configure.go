package provider

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/hashicorp/go-cleanhttp"
	"github.com/hashicorp/terraform-plugin-sdk/v2/diag"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
)

const (
	pollVariable        = "ESC_TEST_POLL_INTERVAL"
	defaultPollInterval = 5 * time.Second

	identityVariable = "ESC_IDENTITY_PROVIDER_URL"
	defaultIdentity  = "https://identity.eventstore.com"
	defaultKit       = "https://thorough-shelter-35.authkit.app"
	publicClient     = "public-client"
)

// session is what all calls of one configured provider share.
type session struct {
	facts        *facts
	http         *http.Client
	api          *url.URL
	identity     *url.URL
	kit          *url.URL
	organization string
	refreshToken string
	clientID     string
	clientSecret string
	poll         time.Duration
	kept         keptToken
}

// configure makes no request: an empty or wrong token is only noticed by the first call.
func (f *facts) configure(_ context.Context, data *schema.ResourceData) (any, diag.Diagnostics) {
	result, err := f.newSession(func(name string) string { return text(data, name) })
	if err != nil {
		return nil, diag.FromErr(err)
	}
	return result, nil
}

func (f *facts) newSession(setting func(name string) string) (*session, error) {
	result := &session{
		facts:        f,
		http:         loopbackClient(),
		organization: setting("organization_id"),
		refreshToken: setting("token"),
		clientID:     setting("client_id"),
		clientSecret: setting("client_secret"),
		poll:         defaultPollInterval,
	}
	if written := os.Getenv(pollVariable); written != "" {
		interval, err := time.ParseDuration(written)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", pollVariable, err)
		}
		result.poll = interval
	}
	if strings.TrimSpace(setting("url")) == "" {
		return nil, fmt.Errorf("the URL of the API must not be empty")
	}
	// Version 1.0.0 looks at the directory first, and so reports it in place of a malformed URL.
	if !f.holds("provider/createsTokenStore") {
		if err := f.tokenStore(setting("token_store")); err != nil {
			return nil, err
		}
	}
	var err error
	if result.api, err = url.Parse(setting("url")); err != nil {
		return nil, fmt.Errorf("malformed URL of the API: %w", err)
	}
	if result.identity, err = f.identity(setting("identity_provider_url")); err != nil {
		return nil, fmt.Errorf("malformed URL of the identity provider: %w", err)
	}
	if result.kit, err = url.Parse(orDefault(setting("identity_kit_url"), defaultKit)); err != nil {
		return nil, fmt.Errorf("malformed URL of the identity kit: %w", err)
	}
	if result.clientSecret != "" {
		if result.clientID == "" {
			return nil, fmt.Errorf("client_secret needs client_id")
		}
		return result, nil
	}
	result.clientID = orDefault(result.clientID, publicClient)
	if f.holds("provider/createsTokenStore") {
		if err := f.tokenStore(setting("token_store")); err != nil {
			return nil, err
		}
	}
	return result, nil
}

// identity is the host of tokens. The published versions before 1.5.15 know one only, and so could not be run here: they
// take the later setting's variable, and no notice of what is wrong with it.
func (f *facts) identity(setting string) (*url.URL, error) {
	if f.has("provider", "identity_provider_url") {
		return url.Parse(orDefault(setting, defaultIdentity))
	}
	if written, err := url.Parse(os.Getenv(identityVariable)); err == nil && written.Host != "" {
		return written, nil
	}
	return url.Parse(defaultIdentity)
}

// tokenStore looks for the directory of tokens as the published provider does. Nothing is kept in it here: the
// published cache is rewritten by each call while others read it, and so fails now and then.
func (f *facts) tokenStore(directory string) error {
	_, err := os.Stat(directory)
	switch {
	case err == nil:
		return nil
	case !os.IsNotExist(err):
		return fmt.Errorf("the token store cannot be read: %w", err)
	case !f.holds("provider/createsTokenStore"):
		return fmt.Errorf("the token store does not exist: %w", err)
	}
	if err := os.MkdirAll(directory, 0o700); err != nil {
		return fmt.Errorf("the token store cannot be created: %w", err)
	}
	return nil
}

// loopbackClient is that of the published provider, one connection for each request, but it reaches this machine only: a
// test that forgets a setting must not get as far as the vendor's service.
func loopbackClient() *http.Client {
	transport := cleanhttp.DefaultTransport()
	dial := transport.DialContext
	transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		host, _, err := net.SplitHostPort(address)
		if err != nil {
			return nil, err
		}
		if host != "localhost" && !net.ParseIP(host).IsLoopback() {
			return nil, fmt.Errorf("%s is not a loopback address, and this provider is for tests", host)
		}
		return dial(ctx, network, address)
	}
	return &http.Client{Transport: transport}
}

func orDefault(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}
