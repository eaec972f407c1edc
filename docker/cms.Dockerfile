# The CMS: Strapi with its admin panel. Built from the root: docker build -f docker/cms.Dockerfile .

FROM node:24-bookworm-slim AS workspace
ENV CI=true STRAPI_TELEMETRY_DISABLED=true
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
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --filter passerelle --filter "@passerelle/cms..."
COPY tsconfig.base.json tsconfig.json ./
COPY packages/contracts packages/contracts
COPY packages/importer packages/importer
COPY packages/desk packages/desk
COPY apps/cms apps/cms
RUN npx --yes pnpm@12.21.0 --filter "@passerelle/cms..." run build

FROM workspace AS production
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod --filter "@passerelle/cms..."

FROM node:24-bookworm-slim
ENV NODE_ENV=production STRAPI_TELEMETRY_DISABLED=true
WORKDIR /app
# Program files stay root's: the process that serves can't change them.
COPY --from=production /app ./
COPY --from=built /app/tsconfig.base.json ./
COPY --from=built /app/packages/contracts/dist packages/contracts/dist
COPY --from=built /app/packages/importer/dist packages/importer/dist
COPY --from=built /app/apps/cms/dist apps/cms/dist
COPY apps/cms/tsconfig.json apps/cms/favicon.png apps/cms/
COPY apps/cms/database apps/cms/database
COPY apps/cms/seed apps/cms/seed
COPY docker/healthy.mjs docker/
RUN install --directory --owner=node --group=node --mode=0750 /data
USER node
WORKDIR /app/apps/cms
EXPOSE 1337
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
  CMD ["node", "/app/docker/healthy.mjs", "http://127.0.0.1:1337/_health"]
CMD ["node", "node_modules/@strapi/strapi/bin/strapi.js", "start"]
