{{/* The prefix of every object: the release, with the chart's name unless the release has it already. At most 43 characters, so that suffixes fit. */}}
{{- define "parley.fullname" -}}
{{- $name := ternary .Release.Name (printf "%s-parley" .Release.Name) (contains "parley" .Release.Name) -}}
{{- $name | trunc 43 | trimSuffix "-" -}}
{{- end -}}

{{/* What selects the pods of one service. Takes root and service. */}}
{{- define "parley.selector" -}}
app.kubernetes.io/name: parley
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .service }}
{{- end -}}

{{/* All labels of an object of one service. Takes root and service. */}}
{{- define "parley.labels" -}}
{{ include "parley.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: parley
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* The image of one service. Takes root and service. */}}
{{- define "parley.image" -}}
{{- printf "%s%s:%s" .root.Values.image.prefix .service (.root.Values.image.tag | default .root.Chart.AppVersion) -}}
{{- end -}}

{{/* Every master by its own name, parted by commas: any of them answers who leads. */}}
{{- define "parley.masters" -}}
{{- $set := printf "%s-master" (include "parley.fullname" .) -}}
{{- $masters := list -}}
{{- range $index := until (int .Values.master.replicas) -}}
{{- $masters = append $masters (printf "%s-%d.%s.%s.svc:5050" $set $index $set $.Release.Namespace) -}}
{{- end -}}
{{- join "," $masters -}}
{{- end -}}
