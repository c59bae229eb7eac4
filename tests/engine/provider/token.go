package provider

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// clockSkew is how far the clocks of the two sides may differ.
const clockSkew = 30 * time.Second

// keptToken is the token of a service account. Tokens of the other kind are asked for anew before each call: the
// published provider believes only those that the vendor's key has signed.
type keptToken struct {
	mutex sync.Mutex
	value string
}

func (s *session) accessToken() (string, error) {
	if s.clientSecret == "" {
		return s.requestToken(s.identity, "/oauth/token", url.Values{
			"grant_type":    {"refresh_token"},
			"client_id":     {s.clientID},
			"refresh_token": {s.refreshToken},
		})
	}
	s.kept.mutex.Lock()
	defer s.kept.mutex.Unlock()
	if valid(s.kept.value, time.Now()) {
		return s.kept.value, nil
	}
	token, err := s.requestToken(s.kit, "/oauth2/token", url.Values{
		"grant_type":    {"client_credentials"},
		"client_id":     {s.clientID},
		"client_secret": {s.clientSecret},
	})
	if err == nil {
		s.kept.value = token
	}
	return token, err
}

// requestToken has no context, so no deadline either: an endpoint that hangs holds up the operation.
func (s *session) requestToken(host *url.URL, path string, form url.Values) (string, error) {
	target := *host
	target.Path = path
	sent, err := http.NewRequest(http.MethodPost, target.String(), strings.NewReader(form.Encode()))
	if err != nil {
		return "", err
	}
	sent.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	s.identify(sent)
	answer, err := s.http.Do(sent)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return "", fmt.Errorf("error %d requesting access token", answer.StatusCode)
	}
	var token struct {
		AccessToken  string `json:"access_token"`
		RefreshToken string `json:"refresh_token"`
		Scope        string `json:"scope"`
		// A fraction or a string fails here, as it does in the published provider.
		ExpiresIn int    `json:"expires_in"`
		TokenType string `json:"token_type"`
	}
	if err := json.NewDecoder(answer.Body).Decode(&token); err != nil {
		return "", fmt.Errorf("error parsing IDP response: %w", err)
	}
	return token.AccessToken, nil
}

// valid says whether a token is a JWT whose times are right; its signature is not looked at.
func valid(token string, now time.Time) bool {
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return false
	}
	text, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		return false
	}
	var claims struct {
		Expires   *float64 `json:"exp"`
		NotBefore *float64 `json:"nbf"`
		Issued    *float64 `json:"iat"`
	}
	if json.Unmarshal(text, &claims) != nil {
		return false
	}
	before := func(limit *float64) bool { return limit != nil && now.Add(clockSkew).Before(seconds(*limit)) }
	return (claims.Expires == nil || now.Add(-clockSkew).Before(seconds(*claims.Expires))) &&
		!before(claims.NotBefore) && !before(claims.Issued)
}

func seconds(since float64) time.Time { return time.Unix(int64(since), 0) }
