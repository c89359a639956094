terraform {
  required_providers { docker = { source = "kreuzwerker/docker", version = ">= 4.2.0" } }
}
provider "docker" {}
provider "docker" {
  alias = "far"
}
variable "secret" { default = "s3cr3t-value" }
resource "docker_network" "front" { name = "front" }
resource "docker_network" "back" {
  name     = "back-net"
  internal = true
  ipam_config {
    subnet  = "10.77.0.0/24"
    gateway = "10.77.0.1"
  }
}
resource "docker_image" "nginx" { name = "nginx:1.27" }
resource "docker_container" "web" {
  name  = "web"
  image = docker_image.nginx.image_id
  networks_advanced {
    name    = docker_network.front.id
    aliases = ["www"]
  }
  networks_advanced { name = docker_network.back.name }
  ports {
    internal = 80
    external = 8080
  }
  ports {
    internal = 443
    external = 8443
    ip       = "127.0.0.1"
  }
  env = ["PASSWORD=${var.secret}"]
}
resource "docker_container" "db" {
  name  = "db"
  image = "postgres:16"
  networks_advanced {
    name         = docker_network.back.id
    ipv4_address = "10.77.0.9"
  }
  ports { internal = 5432 }
}
resource "docker_container" "side" {
  name         = "side"
  image        = "busybox"
  network_mode = "container:${docker_container.web.id}"
}
resource "docker_container" "legacy" {
  count        = 2
  name         = "legacy-${count.index}"
  image        = "redis:7"
  host {
    host = "gw"
    ip   = "host-gateway"
  }
}
module "m" {
  source = "./m"
  front  = docker_network.front.id
}
resource "docker_container" "guest" {
  name  = "guest"
  image = "nginx"
  networks_advanced { name = module.m.inner_a }
}
resource "docker_network" "mesh" {
  name       = "mesh"
  driver     = "overlay"
  attachable = true
}
resource "docker_container" "near" {
  name  = "near"
  image = "busybox"
  networks_advanced { name = docker_network.mesh.id }
}
resource "docker_container" "far" {
  provider = docker.far
  name     = "far"
  image    = "nginx"
  networks_advanced { name = docker_network.mesh.id }
}
resource "docker_container" "far_web" {
  provider = docker.far
  name     = "web"
  image    = "nginx"
  ports {
    internal = 80
    external = 8080
  }
}
