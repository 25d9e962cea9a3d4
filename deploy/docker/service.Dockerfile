# Every service of Parley from one file, built from the root of the repository:
#
#   docker build -f deploy/docker/service.Dockerfile --build-arg SERVICE=master -t parley-master:0.1.0 .
#
# SERVICE is master, allocator, agent or framework-gateway. Settings come as environment variables or as arguments of `docker run`.
ARG NODE_IMAGE=node:20-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
# The manifests first: while they stay the same, so does the layer with what they require.
COPY package.json package-lock.json .npmrc ./
COPY protos/package.json protos/
COPY services/common/package.json services/common/
COPY services/master/package.json services/master/
COPY services/allocator/package.json services/allocator/
COPY services/agent/package.json services/agent/
COPY services/framework-gateway/package.json services/framework-gateway/
COPY services/sdk/package.json services/sdk/
COPY test/package.json test/
RUN npm ci --ignore-scripts --loglevel=error

ARG SERVICE
COPY tsconfig.base.json ./
COPY protos protos
COPY services/common services/common
COPY services/${SERVICE} services/${SERVICE}
RUN node_modules/.bin/tsc -b services/${SERVICE}
# What only the build needed goes: the other packages, sources, types, tests and what only tests use.
RUN npm ci --omit=dev --ignore-scripts --loglevel=error --workspace=@parley/${SERVICE} \
 && find protos services/common services/${SERVICE} -path '*/node_modules' -prune -o -type f \
      \( -name '*.ts' -o -name '*.map' -o -name '*.tsbuildinfo' -o -name '*.test.js' -o -name 'tsconfig.json' \) -exec rm {} + \
 && rm -rf services/common/dist/testing services/${SERVICE}/dist/testing \
 && find protos services -type d -empty -delete

FROM ${NODE_IMAGE}
ARG SERVICE
LABEL org.opencontainers.image.title="parley-${SERVICE}" org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production
COPY --from=build /app/node_modules /app/node_modules
COPY --from=build /app/protos /app/protos
COPY --from=build /app/services/common /app/services/common
COPY --from=build /app/services/${SERVICE} /app/services/${SERVICE}
# By number, so that Kubernetes can see that it is not root; it is the user `node` of the base image.
USER 1000:1000
WORKDIR /app/services/${SERVICE}
# The service is process 1 and ends by itself on SIGTERM; no shell stands between.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "dist/main.js"]
