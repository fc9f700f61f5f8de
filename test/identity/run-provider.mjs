// An OpenID provider on a free port of this machine, for the tests: who somebody is, a cookie says.
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const jwk = { ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' };
const server = createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;
const pages = process.argv[2];

const accountOf = (id) => ({
  accountId: id,
  claims: () => JSON.parse(Buffer.from(id, 'base64url').toString()),
});
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'minutebook',
      client_secret: 'a secret between the two',
      redirect_uris: [`${pages}/sign-in/callback`],
      post_logout_redirect_uris: [`${pages}/signed-out`],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  jwks: { keys: [jwk] },
  cookies: { keys: ['for tests'] },
  claims: { openid: ['sub'], profile: ['name', 'roles'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  findAccount: (_context, id) => accountOf(id),
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});
const answer = provider.callback();

server.on('request', async (request, response) => {
  const url = new URL(request.url, issuer);
  if (url.pathname.startsWith('/interaction/')) {
    const accountId = /account=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
    await provider.interactionFinished(request, response, { login: { accountId } });
  } else if (url.pathname === '/mint') {
    // A token signed with the provider's own key, whatever it says.
    const claims = JSON.parse(url.searchParams.get('claims'));
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey);
    response.end(token);
  } else answer(request, response);
});
process.stdout.write(`provider on ${issuer}\n`);
