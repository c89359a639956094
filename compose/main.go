// Command compose prints what a Compose project says of its network, as JSON in the form of `docker compose config`.
// It stands in for docker compose where there is none. Values of environment and secrets are never printed.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
	"github.com/sirupsen/logrus"
)

type list []string

func (l *list) String() string { return strings.Join(*l, ",") }

func (l *list) Set(value string) error {
	*l = append(*l, value)
	return nil
}

// What is printed of a project, a service and a network.
var (
	ofProject = []string{"name", "services", "networks", "x-reachability"}
	ofService = []string{
		"cap_add", "container_name", "deploy", "dns", "expose", "external_links", "extra_hosts", "healthcheck",
		"hostname", "image", "links", "network_mode", "networks", "ports", "privileged", "scale", "x-reachability",
	}
)

func main() {
	logrus.SetFormatter(&logrus.TextFormatter{DisableTimestamp: true, DisableColors: true})
	var files, profiles, envFiles list
	flag.Var(&files, "f", "file, may be repeated")
	flag.Var(&profiles, "profile", "profile, may be repeated")
	flag.Var(&envFiles, "env-file", "environment file, may be repeated")
	name := flag.String("p", "", "project name")
	flag.Parse()
	project, err := load(files, profiles, envFiles, *name, flag.Args())
	if err == nil {
		err = show(project)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func load(files, profiles, envFiles []string, name string, services []string) (*types.Project, error) {
	options, err := cli.NewProjectOptions(files,
		cli.WithOsEnv,
		cli.WithEnvFiles(envFiles...),
		cli.WithDotEnv,
		cli.WithDefaultProfiles(profiles...),
		cli.WithName(name),
		cli.WithoutEnvironmentResolution,
	)
	if err != nil {
		return nil, err
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return nil, err
	}
	if len(services) > 0 {
		if project, err = project.WithSelectedServices(services); err != nil {
			return nil, err
		}
	}
	return project.WithoutUnnecessaryResources(), nil
}

func show(project *types.Project) error {
	text, err := project.MarshalJSON()
	if err != nil {
		return err
	}
	var all map[string]any
	if err = json.Unmarshal(text, &all); err != nil {
		return err
	}
	told := only(all, ofProject)
	if services, ok := told["services"].(map[string]any); ok {
		for name, service := range services {
			if values, ok := service.(map[string]any); ok {
				services[name] = only(values, ofService)
			}
		}
	}
	return json.NewEncoder(os.Stdout).Encode(told)
}

func only(values map[string]any, keys []string) map[string]any {
	kept := map[string]any{}
	for _, key := range keys {
		if value, ok := values[key]; ok {
			kept[key] = value
		}
	}
	return kept
}
