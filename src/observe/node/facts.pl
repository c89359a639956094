# Says what is on a node: its interfaces, its engine's containers and networks, and inside each container and network
# namespace the interfaces, routes and names that are really there. linux.pl comes before it.
#
# Writes lines of three tab-separated fields: SUBJECT, KEY (container or network id, namespace name, or "-") and a
# value, which is one line of JSON or of a file. The last line is "end"; without it the answer is incomplete.
#
# The word "full" after itself asks for what only explains a fault: what listens, and in every network namespace its
# firewall rules, fixed neighbours and settings.
my $ENGINE = '/var/run/docker.sock';
my $FULL   = grep { /^full$/ } <DATA>;
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

# What listens in the network namespace of a process, and its fixed neighbours.
sub sockets_of {
    my ( $subject, $key, $pid ) = @_;
    my %listens = ( tcp => '0A', udp => '07' );
    for my $kind (qw(tcp tcp6 udp udp6)) {
        for ( split /\n/, slurp("/proc/$pid/net/$kind") ) {
            my ( undef, $local, undef, $state ) = split ' ';
            say_line( "$subject.listening", $key, "$kind $local" ) if $state eq $listens{ substr $kind, 0, 3 };
        }
    }
    for ( split /\n/, slurp("/proc/$pid/net/arp") ) {
        my ( $address, undef, $flags, $mac ) = split ' ';
        say_line( "$subject.neighbour", $key, "$address $mac" ) if $flags eq '0x6';
    }
    return;
}

# The firewall rules of a network namespace, as `iptables -S` says them, with the packets that met each; a table that
# nobody made is not made by asking.
sub rules_of {
    my ( $subject, $key, @enter ) = @_;
    for my $family ( '', '6' ) {
        my $table = '-';
        for ( split /\n/, output( @enter, "ip${family}tables-save", '-c' ) ) {
            s/^:(\S+) - .*/-N $1/ || s/^:(\S+) (\S+) (\[\S+)/$3 -P $1 $2/;
            if    (/^\*(\w+)/) { $table = $1 }
            elsif (/^-N|^\[/)  { say_line( "$subject$family", $key || $table, $key ? "$table $_" : $_ ) }
        }
    }
    return;
}

# Whether a node without any rule would say so.
sub readable {
    output('iptables-save');
    return $? == 0 ? 1 : 0;
}

# The tables of nftables that iptables does not show.
sub tables_of {
    my ( $subject, $key, @enter ) = @_;
    for ( split /\n/, output( @enter, 'nft', 'list', 'tables' ) ) {
        my ( $family, $name ) = /^table (\w+) (\S+)/ or next;
        next if $family =~ /^ip6?$/ && $name =~ /^(?:raw|mangle|nat|filter|security)$/;
        say_line( $subject, $key, $_ ) for split /\n/, output( @enter, 'nft', 'list', 'table', $family, $name );
    }
    return;
}

# What a command prints; nothing where it is not there or fails.
sub output {
    my (@argv) = @_;
    my $pid = open my $answer, '-|';
    die "fork: $!\n" if !defined $pid;
    if ( !$pid ) {
        open STDERR, '>', '/dev/null';
        exec @argv or exit 1;
    }
    local $/ = undef;
    my $text = <$answer>;
    close $answer;
    return defined $text ? $text : '';
}

# Kernel settings of a network namespace that let nothing through although nothing else is wrong.
sub settings_of {
    my ( $subject, $key, $namespace ) = @_;
    eval { enter($namespace); 1 } or return;
    for my $name (qw(ipv4/icmp_echo_ignore_all ipv4/ip_forward ipv6/conf/all/disable_ipv6)) {
        say_line( "$subject.setting", $key, "$name " . slurp("/proc/sys/net/$name") );
    }
    enter('-');
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
say_line( 'clock', '-', time );
say_line( 'init',  '-', slurp('/proc/1/comm') );
say_line( 'daemon.json', '-', slurp('/etc/docker/daemon.json') );
my ($dockerd) = slurp('/var/run/docker.pid') =~ /(\d+)/;
say_line( 'daemon.options', '-', join ' ', split /\0/, slurp("/proc/$dockerd/cmdline") ) if $dockerd;

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
        lines_of( 'container.resolver', $id, "/proc/$pid/root/etc/resolv.conf" );
        next if !$FULL;
        my @enter = ( 'nsenter', "--net=/proc/$pid/ns/net" );
        rules_of( 'container.rule', $id, @enter );
        tables_of( 'container.nft', $id, @enter );
        sockets_of( 'container', $id, $pid );
        settings_of( 'container', $id, "/proc/$pid/ns/net" );
        my $processes = eval { ask("/containers/$id/top?ps_args=-eo%20pid,stat,comm") };
        say_line( 'container.processes', $id, $processes ) if $processes;
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

rules_of( 'rule', '' );
say_line( 'rules.read', '-', readable() );
tables_of( 'nft', '-' );
if ($FULL) {
    sockets_of( 'node', '-', 'self' );
    say_line( 'node.holder', '-', $_ ) for split /\n/, output( 'ss', '-Hltunp' );
    settings_of( 'node', '-', '-' );
    opendir my $all, '/run/netns';
    for my $name ( $all ? sort grep { !/^\./ } readdir $all : () ) {
        rules_of( 'namespace.rule', $name, 'ip', 'netns', 'exec', $name );
        settings_of( 'namespace', $name, "/run/netns/$name" );
    }
}
for (@pending) {
    my ( $subject, $key, $answer ) = @{$_};
    my ( $interfaces, $routes ) = <$answer>;
    say_line( "$subject.interfaces", $key, defined $interfaces ? $interfaces : '' );
    say_line( "$subject.routes",     $key, defined $routes     ? $routes     : '' );
}
say_line( 'end', '-', '-' );
__END__
