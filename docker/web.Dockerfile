# The site: one image for the publisher and for the web server, which differ by their command.
# Built from the root: docker build -f docker/web.Dockerfile .

FROM node:24-bookworm-slim AS workspace
ENV CI=true ASTRO_TELEMETRY_DISABLED=1
WORKDIR /app
# The lock file is checked against every package of the workspace, so all manifests are here.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/cms/package.json apps/cms/
COPY apps/web/package.json apps/web/
COPY packages/cms-client/package.json packages/cms-client/
COPY packages/contracts/package.json packages/contracts/
COPY packages/importer/package.json packages/importer/
COPY packages/desk/package.json packages/desk/
COPY e2e/package.json e2e/
COPY bench/package.json bench/

FROM workspace AS built
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --filter passerelle --filter "@passerelle/web..."
COPY tsconfig.base.json tsconfig.json ./
COPY packages/contracts packages/contracts
COPY packages/cms-client packages/cms-client
COPY apps/web apps/web
RUN npx --yes pnpm@12.21.0 --filter "@passerelle/web..." run build

FROM workspace AS production
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod --filter "@passerelle/web..."

FROM node:24-bookworm-slim
ENV NODE_ENV=production ASTRO_TELEMETRY_DISABLED=1
WORKDIR /app
# Program files stay root's: the process that serves can't change them.
COPY --from=production /app ./
COPY --from=built /app/packages/contracts/dist packages/contracts/dist
COPY --from=built /app/packages/cms-client/dist packages/cms-client/dist
COPY --from=built /app/apps/web/dist apps/web/dist
COPY apps/web/src apps/web/src
COPY apps/web/releases apps/web/releases
COPY apps/web/publisher apps/web/publisher
COPY apps/web/server apps/web/server
COPY apps/web/submissions apps/web/submissions
COPY apps/web/files apps/web/files
COPY docker/healthy.mjs docker/
RUN install --directory --owner=node --group=node --mode=0750 /data
USER node
EXPOSE 4321 4322
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "/app/docker/healthy.mjs", "http://127.0.0.1:4321/healthz"]
CMD ["node", "apps/web/server/main.ts"]
