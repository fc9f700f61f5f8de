#!/bin/sh
# Makes what an EventStoreDB cluster needs to speak TLS, where it is not there yet: a certificate authority, and a
# certificate for each node. The key of the authority stays in a folder of its own: no node and no client needs it.
#   certificates.sh AUTHORITY PUBLIC NODES name...
set -eu
authority=$1
public=$2
nodes=$3
shift 3
days=${CERTIFICATE_DAYS:-365}

umask 077
mkdir -p "$authority" "$public" "$nodes"
if [ ! -s "$authority/ca.key" ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj '/CN=Minutebook EventStoreDB CA' \
    -keyout "$authority/ca.key" -out "$authority/ca.crt" \
    -addext 'keyUsage=critical,keyCertSign,cRLSign' 2>/dev/null
fi
cp "$authority/ca.crt" "$public/ca.crt"
chmod 755 "$public" "$nodes"
chmod 644 "$public/ca.crt"

for name in "$@"; do
  folder=$nodes/$name
  mkdir -p "$folder"
  # One that still holds for thirty days is kept, so that running this again renews only what needs it.
  if ! openssl x509 -in "$folder/node.crt" -noout -checkend 2592000 >/dev/null 2>&1; then
    # Nodes know one another by the common name; clients look at the names beside it.
    {
      echo 'basicConstraints=critical,CA:FALSE'
      echo 'keyUsage=critical,digitalSignature,keyEncipherment'
      echo 'extendedKeyUsage=serverAuth,clientAuth'
      echo "subjectAltName=DNS:$name,DNS:localhost,DNS:eventstoredb-node,IP:127.0.0.1"
    } >"$folder/extensions"
    openssl req -newkey rsa:2048 -nodes -subj '/CN=eventstoredb-node' \
      -keyout "$folder/node.key.new" -out "$folder/request" 2>/dev/null
    openssl x509 -req -in "$folder/request" -days "$days" -extfile "$folder/extensions" \
      -CA "$authority/ca.crt" -CAkey "$authority/ca.key" -CAcreateserial -out "$folder/node.crt.new" 2>/dev/null
    mv "$folder/node.key.new" "$folder/node.key"
    mv "$folder/node.crt.new" "$folder/node.crt"
    rm "$folder/request" "$folder/extensions"
    echo "made a certificate for $name"
  fi
  chmod 755 "$folder"
  chmod 644 "$folder/node.crt"
  # The user that EventStoreDB's own image runs as.
  if [ "$(id -u)" = 0 ]; then chown 1000:1000 "$folder/node.key"; fi
done
