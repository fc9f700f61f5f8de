# Minutebook as an image: compiled where the tools are, run where they are not.
#   docker build --tag minutebook .
#   docker run --network host --volume minutebook:/data minutebook

FROM node:20.20-bookworm AS dependencies
WORKDIR /minutebook
COPY package.json package-lock.json ./
# better-sqlite3 is compiled here where no binary can be downloaded: this image has g++, make and python3.
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:20.20-bookworm AS build
WORKDIR /minutebook
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:20.20-bookworm-slim
ENV NODE_ENV=production MINUTEBOOK_DATA=/data MINUTEBOOK_ROOT=/minutebook
WORKDIR /minutebook
COPY --from=dependencies /minutebook/node_modules ./node_modules
COPY --from=build /minutebook/dist ./dist
COPY package.json ./
COPY demo ./demo
COPY deploy/health.mjs ./deploy/
# Everything but the data belongs to root, so that the server cannot change what it runs.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "deploy/health.mjs"]
CMD ["node", "dist/apps/server/src/main.js"]
