"""The GLSL programs of the renderer."""

from __future__ import annotations

SURFACE_VERTEX = """#version 330
in vec3 position; in vec3 normal; in vec2 uv; in float region; in vec3 rest;
uniform mat4 to_clip; uniform mat4 to_light;
out vec3 v_normal; out vec2 v_uv; out vec4 v_light; out vec3 v_world; out float v_region;
out vec3 v_rest;
void main() {
  gl_Position = to_clip * vec4(position, 1.0);
  v_normal = normal; v_uv = uv; v_light = to_light * vec4(position, 1.0);
  v_world = position; v_region = region; v_rest = rest;
}"""

# Regions of a surface: 0 bare (its texture as it is), 1 lower cloth, 2 upper cloth, 3 eye ball.
# Light: second-order spherical harmonics of the panorama (Ramamoorthi and Hanrahan, SIGGRAPH
# 2001) for the ambient part, one directional light with a shadow map for the sun.
SURFACE_FRAGMENT = """#version 330
in vec3 v_normal; in vec2 v_uv; in vec4 v_light; in vec3 v_world; in float v_region;
in vec3 v_rest;
out vec4 colour;
uniform sampler2D surface; uniform sampler2DShadow shadow; uniform sampler3D noise;
uniform vec3 sun_direction; uniform vec3 sun; uniform vec3 ambient[9]; uniform mat3 to_panorama;
uniform vec3 eye; uniform vec3 eye_balls[2]; uniform vec3 iris; uniform float exposure;
uniform vec3 tint_upper; uniform vec3 tint_lower; uniform vec2 tint_amount; uniform vec4 pattern;
uniform float gloss; uniform float cutoff; uniform float painted; uniform float wrinkles;
uniform float label;
uniform float hemmed; uniform vec3 shoulder; uniform vec4 sleeve; uniform vec2 ends;
uniform vec3 neck;

float printed() {
  if (pattern.x > 2.5) return 0.45 + 0.75 * texture(noise, v_rest * pattern.y * 0.02).r;
  if (pattern.x > 1.5) return mix(0.45, 1.0, step(0.5, fract(v_rest.z * pattern.y)))
                            * mix(0.6, 1.0, step(0.5, fract(v_rest.x * pattern.y)));
  if (pattern.x > 0.5) return mix(pattern.z, 1.0, step(pattern.w, fract(v_rest.z * pattern.y)));
  return 1.0;
}
vec3 eye_ball() {
  vec3 centre = eye_balls[v_rest.x > 0.0 ? 0 : 1];
  float off_axis = acos(clamp(dot(normalize(v_rest - centre), vec3(0.0, -1.0, 0.0)), -1.0, 1.0));
  vec3 white = vec3(0.72, 0.68, 0.66);
  vec3 c = mix(iris, white, smoothstep(0.42, 0.50, off_axis));
  return mix(vec3(0.005), c, smoothstep(0.17, 0.22, off_axis));
}
float lit() {
  vec3 at = v_light.xyz / v_light.w * 0.5 + 0.5;
  float texel = 1.0 / float(textureSize(shadow, 0).x), sum = 0.0;
  for (int i = -1; i <= 1; i++) for (int j = -1; j <= 1; j++)
    sum += texture(shadow, vec3(at.xy + vec2(i, j) * texel, at.z - 0.004));
  return sum / 9.0;
}
void main() {
  vec4 texel = texture(surface, v_uv);
  if (texel.a < cutoff) discard;
  bool upper = v_region > 1.5;
  if (hemmed > 0.5) {
    vec3 p = vec3(abs(v_rest.x), v_rest.yz);
    if (upper && dot(p - shoulder, sleeve.xyz) > sleeve.w) discard;
    if (!upper && p.z < ends.x) discard;
    float front = clamp((neck.z - p.y) * 10.0, 0.0, 1.0);
    if (p.z > neck.x - neck.y * front + 7.0 * p.x * p.x) discard;
    upper = upper || p.z > ends.y;
  }
  vec3 n = normalize(v_normal), view = normalize(eye - v_world);
  if (dot(n, view) < 0.0) n = -n;
  vec3 albedo = pow(texel.rgb, vec3(2.2));
  float shine = gloss;
  if (v_region > 2.5) { albedo = eye_ball(); shine = 0.5; }
  else if (v_region > 0.5) {
    float light = painted > 0.5 ? 0.6 : dot(albedo, vec3(0.3, 0.6, 0.1));
    vec3 tinted = (upper ? tint_upper : tint_lower) * clamp(light * 1.8 + 0.28, 0.0, 1.35);
    albedo = mix(albedo, tinted, upper ? tint_amount.x : tint_amount.y);
    if (upper) albedo *= printed();
    vec3 fold = texture(noise, v_rest * vec3(0.55, 0.55, 0.4)).rgb - 0.5;
    vec3 fine = texture(noise, v_rest * vec3(1.7, 1.7, 1.1)).rgb - 0.5;
    n = normalize(n + (fold + 0.5 * fine) * wrinkles);
    albedo *= 1.0 + 0.5 * wrinkles * fold.x;
  }
  vec3 q = to_panorama * n; float x = q.x, y = q.y, z = q.z;
  vec3 sky = ambient[0] * 0.282095
    + 0.666667 * 0.488603 * (ambient[1] * y + ambient[2] * z + ambient[3] * x)
    + 0.25 * (ambient[4] * 1.092548 * x * y + ambient[5] * 1.092548 * y * z
      + ambient[6] * 0.315392 * (3.0 * z * z - 1.0) + ambient[7] * 1.092548 * x * z
      + ambient[8] * 0.546274 * (x * x - y * y));
  sky = max(sky, vec3(0.02)) * (0.86 + 0.14 * n.z);
  float sunlit = lit();
  vec3 c = albedo * (sky + sun * max(dot(n, sun_direction), 0.0) * sunlit);
  vec3 middle = normalize(sun_direction + view);
  c += shine * sun * pow(max(dot(n, middle), 0.0), 24.0) * sunlit;
  c += shine * 0.25 * sky * pow(1.0 - max(dot(n, view), 0.0), 4.0);
  c *= exposure; c = c / (1.0 + 0.25 * c);
  colour = vec4(pow(clamp(c, 0.0, 1.0), vec3(1.0 / 2.2)), label);
}"""

SHADOW_VERTEX = """#version 330
in vec3 position; uniform mat4 to_light;
void main() { gl_Position = to_light * vec4(position, 1.0); }"""

SHADOW_FRAGMENT = """#version 330
void main() {}"""

BACKGROUND_VERTEX = """#version 330
in vec2 corner; out vec2 at;
void main() { gl_Position = vec4(corner, 0.9999, 1.0); at = corner * 0.5 + 0.5; }"""

BACKGROUND_FRAGMENT = """#version 330
in vec2 at; out vec4 colour; uniform sampler2D backdrop;
void main() { colour = vec4(texture(backdrop, vec2(at.x, 1.0 - at.y)).rgb, 0.0); }"""

FLOOR_VERTEX = """#version 330
in vec3 position; uniform mat4 to_clip; uniform mat4 to_light; out vec4 v_light; out vec3 v_world;
void main() {
  gl_Position = to_clip * vec4(position, 1.0);
  v_light = to_light * vec4(position, 1.0); v_world = position;
}"""

# Alpha carries no transparency but a label: 1 where the person is seen whose joints are given.
# The floor is not drawn: it only darkens the background where the body keeps light from it.
FLOOR_FRAGMENT = """#version 330
in vec4 v_light; in vec3 v_world; out vec4 colour;
uniform sampler2DShadow shadow; uniform float strength; uniform vec3 contacts[4];
uniform float softness; uniform vec2 middle; uniform float reach;
void main() {
  vec3 at = v_light.xyz / v_light.w * 0.5 + 0.5; float sum = 0.0;
  for (int i = -2; i <= 2; i++) for (int j = -2; j <= 2; j++)
    sum += texture(shadow, vec3(at.xy + vec2(i, j) * softness, at.z - 0.003));
  float dark = (1.0 - sum / 25.0) * strength;
  for (int i = 0; i < 4; i++) {
    vec2 off = v_world.xy - contacts[i].xy;
    dark += 0.45 * exp(-dot(off, off) * 60.0) * contacts[i].z;
  }
  dark *= smoothstep(reach, reach * 0.5, length(v_world.xy - middle));
  colour = vec4(0.0, 0.0, 0.0, clamp(dark, 0.0, 0.85));
}"""
