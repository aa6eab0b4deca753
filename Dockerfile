# Built with everything, shipped with nothing but the bundle: the image needs no node_modules.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm run sbom

FROM node:24-slim
LABEL org.opencontainers.image.title="issuer-sandbox" \
      org.opencontainers.image.description="A stateful, deterministic sandbox of two card-issuing customer APIs" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.base.name="docker.io/library/node:24-slim"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4020 SANDBOX_MEMORY=1
# For state files, with `--data /data`: a volume that is mounted here for the first time takes over the owner.
RUN install --directory --owner=node --group=node /data
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE /app/README.md /app/CHANGELOG.md /app/CONTRIBUTING.md /app/SECURITY.md /app/image-entry.sh ./
COPY --from=build /app/dist ./dist
COPY --from=build /app/scenarios ./scenarios
COPY --from=build /app/seeds ./seeds
COPY --from=build /app/docs ./docs
COPY --from=build /app/skills ./skills
COPY --from=build /app/schemas ./schemas
COPY --from=build /app/openapi ./openapi
# As a number, so that Kubernetes can tell that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 4020
# The first check comes after the interval, and a start takes less than that. A start interval would not build everywhere.
HEALTHCHECK --interval=3s --timeout=3s --retries=3 CMD ["node", "/app/dist/main.js", "healthcheck"]
ENTRYPOINT ["sh", "/app/image-entry.sh"]
