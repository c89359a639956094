# Says what is on a node: its interfaces, its engine's containers and networks, and inside each container and network
# namespace the interfaces, routes and names that are really there. linux.pl comes before it.
#
# Writes lines of three tab-separated fields: SUBJECT, KEY (container or network id, namespace name, or "-") and a
# value, which is one line of JSON or of a file. The last line is "end"; without it the answer is incomplete.
my $ENGINE = '/var/run/docker.sock';
$SIG{PIPE} = 'IGNORE';

sub say_line {
    my ( $subject, $key, $value ) = @_;
    $value =~ s/\s+\z//;
    $value =~ s/\s*\n\s*/ /g;
    print "$subject\t$key\t$value\n";
    return;
}

# The engine's answer to GET, which is one line of JSON; dies where there is none.
sub ask {
    my ($path) = @_;
    socket my $engine, 1, 1, 0 or die "socket: $!\n";
    connect $engine, pack 'S a*', 1, $ENGINE or die "$ENGINE: $!\n";
    syswrite $engine, "GET $path HTTP/1.0\r\nHost: docker\r\n\r\n";
    my $answer = '';
    while ( sysread $engine, $answer, 65536, length $answer ) { }
    my ( $head, $body ) = split /\r\n\r\n/, $answer, 2;
    die "$ENGINE: no answer to $path\n" if !defined $body;
    die "$ENGINE: $body\n" if $head !~ m{^HTTP/\S+ 200};
    return $body;
}

# Starts what lists the interfaces and routes of a network namespace; undef is the node's own.
sub ask_kernel {
    my ($namespace) = @_;
    my $pid = open my $answer, '-|';
    die "fork: $!\n" if !defined $pid;
    return $answer if $pid;
    eval { enter($namespace) if defined $namespace; 1 } or exit 1;
    pipe my $questions, my $script;
    syswrite $script, "addr\nroute\n";
    close $script;
    open STDIN,  '<&', $questions;
    open STDERR, '>',  '/dev/null';
    exec 'ip', '-j', '-batch', '-';
    exit 1;
}

my @pending;

sub look_into {
    my ( $subject, $key, $namespace ) = @_;
    push @pending, [ $subject, $key, ask_kernel($namespace) ];
    return;
}

sub lines_of {
    my ( $subject, $key, $file ) = @_;
    say_line( $subject, $key, $_ ) for split /\n/, slurp($file);
    return;
}

sub inode { return ( stat $_[0] )[1] || '' }

look_into( 'node', '-', undef );
opendir my $names, '/run/netns';
if ($names) {
    look_into( 'namespace', $_, "/run/netns/$_" ) for sort grep { !/^\./ } readdir $names;
}

say_line( 'hostname', '-', slurp('/proc/sys/kernel/hostname') );
say_line( 'namespace.own', '-', inode('/proc/self/ns/net') );
say_line( 'forwarding', '-', slurp('/proc/sys/net/ipv4/ip_forward') );
lines_of( 'node.hosts', '-', '/etc/hosts' );

eval {
    say_line( 'engine', '-', ask('/version') =~ /"Version":"([^"]*)","ApiVersion"/ ? $1 : '' );
    for my $id ( ask('/containers/json?all=1') =~ /"Id":"([0-9a-f]{64})"/g ) {

        # One that went away since is not there any more: no problem of the node.
        my $container = eval { ask("/containers/$id/json") } or next;
        say_line( 'container', $id, $container );
        my ($pid) = $container =~ /"Pid":(\d+)/;
        next if !$pid;
        look_into( 'container', $id, "/proc/$pid/ns/net" );
        say_line( 'container.namespace', $id, inode("/proc/$pid/ns/net") );
        say_line( 'container.hostname', $id, slurp("/proc/$pid/root/etc/hostname") );
        lines_of( 'container.hosts', $id, "/proc/$pid/root/etc/hosts" );
    }
    my %seen;
    for my $id ( grep { !$seen{$_}++ } ask('/networks') =~ /"Id":"([0-9a-z]{25,64})"/g ) {
        my $network = eval { ask("/networks/$id") } or next;
        say_line( 'network', $id, $network );
    }
    if ( ask('/info') =~ /"Swarm":(\{"NodeID":"\w+",.*?"ControlAvailable":(true|false))/ ) {
        say_line( 'swarm', '-', "$1}" );

        # A manager that has lost the swarm's leader does not know.
        my $nodes = $2 eq 'true' && eval { ask('/nodes') };
        say_line( 'swarm.nodes', '-', $nodes ) if $nodes;
        my $services = $nodes && eval { ask('/services') };
        say_line( 'swarm.services', '-', $services ) if $services;
    }
    1;
} or say_line( 'problem', 'engine', $@ );

for my $table (qw(raw nat filter)) {
    say_line( 'rule', $table, $_ ) for split /\n/, `iptables -w 2 -t $table -S 2>/dev/null`;
}
for (@pending) {
    my ( $subject, $key, $answer ) = @{$_};
    my ( $interfaces, $routes ) = <$answer>;
    say_line( "$subject.interfaces", $key, defined $interfaces ? $interfaces : '' );
    say_line( "$subject.routes",     $key, defined $routes     ? $routes     : '' );
}
say_line( 'end', '-', '-' );
__END__
